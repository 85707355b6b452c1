import { createHash } from 'node:crypto'
import { type Cell, encodeRow } from './canonical.ts'

/** A SHA-256: 64 lower-case hexadecimal digits. */
export type Digest = string

/** Rows of a table each with its cells, in the order that their digest depends on. */
export interface CanonicalRow {
  readonly table: string
  readonly cells: readonly Cell[]
}

/** The digest of the bytes of rows one after another. */
export function digestRows(rows: Iterable<CanonicalRow>): Digest {
  const hash = createHash('sha256')
  for (const { table, cells } of rows) hash.update(encodeRow(table, cells))
  return hash.digest('hex')
}
