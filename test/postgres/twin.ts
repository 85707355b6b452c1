import type { StoreDatabase } from '../../src/store/schema.ts'

export type Numbered = 'article' | 'source' | 'claim' | 'entity'

/** One of two databases that hold the same, with what its rows are numbered by. */
export interface Twin {
  readonly database: StoreDatabase
  /** Ids of all rows, ascending. */
  readonly ids: Readonly<Record<Numbered, readonly string[]>>
  rowid(table: Numbered, id: string): number
  id(table: Numbered, rowid: number): string
}

/** Something that is asked of each; what comes back holds no number of a row. */
export type Ask = (twin: Twin) => Promise<unknown>

/** Which table the field `rowid` of an answer belongs to; that of others is plain from their names. */
const NUMBERED: Readonly<Record<string, Numbered>> = {
  article_rowid: 'article',
  source_rowid: 'source',
  cited_rowid: 'source',
  antecedent_rowid: 'source',
  corroborated_rowid: 'claim',
  entity_rowid: 'entity',
}

/** Rows with the ids of what their numbers name. */
export function named<Row extends object>({ id }: Twin, table: Numbered, rows: readonly Row[]): unknown[] {
  return rows.map(row =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => {
        const of = field === 'rowid' ? table : NUMBERED[field]
        return [field, of === undefined || value === null ? value : id(of, value as number)]
      }),
    ),
  )
}
