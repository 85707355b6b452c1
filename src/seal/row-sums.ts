import { crc32 } from 'node:zlib'
import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName } from './article-tables.ts'
import { type Cell, encodeCells, encodeHead, saidCells } from './canonical-form.ts'

/*
 * A digest tells that an article's rows are others, not which. So that it can be said where a change lies, each row leaves
 * one byte beside the digest: the lowest of the CRC-32 of its cells, for one table after the other, in the order of the
 * rows' bytes. Each table's are preceded by their number, and all are written in base64; of tables at the end that came later
 * and have no rows nothing is written. They prove nothing: one change in
 * 256 leaves the byte of its row as it was.
 */

/** Before the sums of a table's rows stands how many these are. */
export function beginSums(sums: number[], rows: number): void {
  sums.push(rows & 0xff, (rows >> 8) & 0xff, (rows >> 16) & 0xff)
}

/** What a row leaves. */
export function sumOf(encoded: string): number {
  return crc32(encoded) & 0xff
}

/** Rows of one table that are not as their sums say. */
export interface OtherRows {
  readonly table: ArticleTableName
  /** How many there were between those that are as they were, and which stand there now. */
  readonly before: number
  /** What the rows that were there left. */
  readonly sums: readonly number[]
  readonly now: readonly (readonly Cell[])[]
}

/** Which rows are others than those that left these sums, table by table; none where the sums tell nothing of it. */
export function findOtherRows(rows: ArticleRows, sums: string): OtherRows[] {
  const bytes = Buffer.from(sums, 'base64')
  const others: OtherRows[] = []
  let at = 0
  for (const { name, reals, firstCells } of ARTICLE_TABLES) {
    const count = (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + ((bytes[at + 2] ?? 0) << 16)
    const before = bytes.subarray(at + 3, at + 3 + count)
    at += 3 + count
    const now = rows[name]
      .map(cells => {
        const said = saidCells(cells, firstCells)
        const encoded = encodeCells(said, reals)
        return { cells, encoded, row: encodeHead(name, said.length) + encoded }
      })
      .sort((a, b) => (a.row < b.row ? -1 : 1))
    const sumsNow = now.map(({ encoded }) => sumOf(encoded))
    let start = 0
    while (start < before.length && start < now.length && before[start] === sumsNow[start]) start += 1
    let end = 0
    while (end < before.length - start && end < now.length - start && before.at(-1 - end) === sumsNow.at(-1 - end))
      end += 1
    const changed = now.slice(start, now.length - end).map(({ cells }) => cells)
    if (before.length - start - end > 0 || changed.length > 0)
      others.push({
        table: name,
        before: before.length - start - end,
        sums: [...before.subarray(start, before.length - end)],
        now: changed,
      })
  }
  return others
}
