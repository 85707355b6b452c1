import type { MergeTarget, NumberedTable } from './merge-target.ts'
import { quote, type TransferredTable } from './tables.ts'

/** Whose row each column refers to. */
const REFERS_TO: Readonly<Record<string, NumberedTable>> = {
  article_rowid: 'article',
  source_rowid: 'source',
  voice_rowid: 'voice',
  antecedent_rowid: 'source',
  cited_rowid: 'source',
  relayed_rowid: 'source',
  claim_rowid: 'claim',
  parent_rowid: 'claim',
  corroborated_rowid: 'claim',
}

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
  if (column === 'entity_rowid') return 'entity_map.rowid_here'
  if (column === 'run_id') return 'run_map.id'
  const referred = column === 'rowid' ? (table as NumberedTable) : REFERS_TO[column]
  const value = `theirs.${quote(column)}`
  return referred === undefined ? value : `${value} + ${ranges[referred]?.distance ?? 0}`
}
