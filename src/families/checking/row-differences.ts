/** A row of what is found across articles that is not as it would be found anew. */
export interface RowDifference {
  readonly table: AcrossTableName
  /** What the row goes by. */
  readonly row: string
  readonly change: 'changed' | 'added' | 'gone'
  /** Those that hold another value, of a row that was changed. */
  readonly columns: readonly string[]
  /** The claims that it is about. */
  readonly claimIds: readonly string[]
}

export type AcrossTableName =
  | 'wording'
  | 'wording_anchor'
  | 'wording_tie'
  | 'quotation_family'
  | 'quotation_member'
  | 'accusation'
  | 'reply'
  | 'version_change'

type Cells = Readonly<Record<string, string | number | null>>

/** Rows of one table by what they go by, with the claims that each is about. */
export type Rows = ReadonlyMap<string, Cells>

/** In what stored rows are not those that they should be. */
export function compareRows(
  table: AcrossTableName,
  expected: Rows,
  stored: Rows,
  claimsOf: (cells: Cells) => readonly string[],
): RowDifference[] {
  const found: RowDifference[] = []
  for (const [row, cells] of expected) {
    const own = stored.get(row)
    if (own === undefined) found.push({ table, row, change: 'gone', columns: [], claimIds: claimsOf(cells) })
    else {
      const columns = Object.keys(cells).filter(column => cells[column] !== own[column])
      if (columns.length > 0) found.push({ table, row, change: 'changed', columns, claimIds: claimsOf(cells) })
    }
  }
  for (const [row, cells] of stored)
    if (!expected.has(row)) found.push({ table, row, change: 'added', columns: [], claimIds: claimsOf(cells) })
  return found
}

/** Rows by some of their columns. */
export function keyRows<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Rows {
  return new Map(rows.map(row => [keyOf(row), { ...row } as unknown as Cells]))
}
