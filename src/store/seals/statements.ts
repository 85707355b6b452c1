import type { Cell } from '../../seal/canonical-form.ts'

export type StatementRow = Readonly<Record<string, Cell>>

/**
 * Work in SQL that both stores take: statements, each to be run and answered with its rows before the next is asked for. What
 * waits for the answer (PostgreSQL) and what has it at once (SQLite) do the same so, by `perform` of each.
 */
export type Statements<Result = void> = Generator<string, Result, readonly StatementRow[]>
