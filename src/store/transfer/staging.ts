import type { StagingTarget } from './merge-target.ts'
import { COLUMNS, list, quote, TRANSFERRED, type TransferredTable } from './tables.ts'

/** Before the names of tables that hold what is on its way. */
export const STAGED = 'staged_'

/** By what the rows on their way are looked up. */
const LOOKED_UP: Readonly<Partial<Record<TransferredTable, readonly string[]>>> = {
  article: ['rowid'],
  entity: ['rowid'],
  source: ['article_rowid'],
  claim: ['article_rowid'],
  voice: ['article_rowid'],
  done: ['article_rowid'],
  left_out: ['input_id'],
  seal_leaf: ['seal_id'],
}

/** Letters, inputs and corrections keep the order in which their store numbered them. */
const NUMBERED: readonly TransferredTable[] = ['dead_letter', 'input', 'correction', 'voice_correction']

/** The columns that travel. */
export function stagedColumns(table: TransferredTable): readonly string[] {
  return NUMBERED.includes(table) ? ['id', ...COLUMNS[table]] : COLUMNS[table]
}

/** Makes the empty tables, which last as long as the connection. */
export async function makeStaging(target: StagingTarget): Promise<void> {
  for (const table of TRANSFERRED) {
    const columns = list(stagedColumns(table))
    await target.run(`CREATE TEMP TABLE ${STAGED}${table} AS SELECT ${columns} FROM ${table} WHERE false`)
    for (const column of LOOKED_UP[table] ?? [])
      await target.run(`CREATE INDEX ${STAGED}${table}_${column} ON ${STAGED}${table} (${quote(column)})`)
  }
}

/** Empties those of the tables given. */
export async function clearStaging(target: StagingTarget, tables: readonly TransferredTable[]): Promise<void> {
  for (const table of tables) await target.empty(`${STAGED}${table}`)
}
