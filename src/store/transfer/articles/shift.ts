import type { Columns } from '../../../catalogue/column.ts'
import { TABLES } from '../../../catalogue/tables.ts'
import type { MergeTarget, NumberedTable } from '../merge-target.ts'
import { quote, type TransferredTable } from '../tables.ts'

/** Where the row numbers of a table go: all by the same distance. */
export interface Shift {
  readonly first: number
  readonly last: number
  readonly distance: number
}

/** Null where there are no rows. */
export async function shift(target: MergeTarget, table: NumberedTable, rows: string): Promise<Shift | null> {
  const [range] = await target.all<{ first: number | null; last: number | null }>(
    `SELECT min(rowid) AS first, max(rowid) AS last FROM ${rows}`,
  )
  if (range?.first == null || range.last === null) return null
  const length = range.last - range.first + 1
  const first = await target.reserve(table, length)
  return { first, last: first + length - 1, distance: first - range.first }
}

/** The expression that a column's value is taken over with. */
export function move(
  table: TransferredTable,
  column: string,
  ranges: Readonly<Partial<Record<NumberedTable, Shift | null>>>,
): string {
  const columns: Columns = TABLES[table].columns
  const refersTo = columns[column]?.refersTo
  if (refersTo === 'entity') return 'entity_map.rowid_here'
  if (refersTo === 'run') return 'run_map.id'
  const referred = column === 'rowid' ? (table as NumberedTable) : (refersTo as NumberedTable | null)
  const value = `theirs.${quote(column)}`
  return referred === null ? value : `${value} + ${ranges[referred]?.distance ?? 0}`
}
