/** What rows are referred to by: their numbers or, where these must not matter, their ids. */
export type RowKey = string | number

/** Where the rows of one article go; the maps are keyed by id. */
export interface Rowids<Key extends RowKey = RowKey> {
  readonly article: Key
  readonly entity: ReadonlyMap<string, Key>
  readonly source: ReadonlyMap<string, Key>
  readonly claim: ReadonlyMap<string, Key>
  readonly voice: ReadonlyMap<string, Key>
}

/**
 * What the row with this id is referred to by; null for null.
 *
 * @throws Error when the record does not hold it
 */
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string): Key
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string | null): Key | null
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string | null): Key | null {
  if (id === null) return null
  const rowid = rowids.get(id)
  if (rowid === undefined) throw new Error(`it refers to ${id}, which is not in it`)
  return rowid
}
