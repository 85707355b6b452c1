import type pg from 'pg'
import type { StatementRow, Statements } from '../seals/statements.ts'

/** Runs one statement after the other, and gives what they come to. Call inside a transaction. */
export async function perform<Result>(client: pg.ClientBase, statements: Statements<Result>): Promise<Result> {
  for (let rows: readonly StatementRow[] = []; ; ) {
    const next = statements.next(rows)
    if (next.done === true) return next.value
    rows = (await client.query<Record<string, StatementRow[string]>>(next.value)).rows
  }
}
