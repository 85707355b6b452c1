import { hash } from 'node:crypto'
import { ARTICLE_TABLES, type ArticleRows } from './article-tables.ts'
import { encodeHead, encodeText } from './canonical-form.ts'
import { GrowingBytes, RowBytes } from './row-bytes.ts'
import { beginSums } from './row-sums.ts'
import type { Digest } from './seal.ts'

/** What digests of articles begin with, so that those of another form are never taken for these. */
export const ARTICLE_FORM = 'hearsay article 1'

/**
 * The digest of an article with all that hangs on it: SHA-256 of the form's name, as a text, and of its rows in canonical
 * form, table after table in the order of {@link ARTICLE_TABLES}, those of each in the order of their bytes.
 *
 * @returns 32 bytes
 */
export function digestArticle(rows: ArticleRows): Buffer {
  return hash('sha256', encodeArticle(rows), 'buffer')
}

/** The digest in hexadecimal digits, and the sums by which a change is found: see `row-sums.ts`. */
export function sealArticle(rows: ArticleRows): { readonly digest: Digest; readonly sums: string } {
  const sums: number[] = []
  const digest = hash('sha256', encodeArticle(rows, sums))
  return { digest, sums: Buffer.from(sums).toString('base64') }
}

const START = Buffer.from(encodeText(ARTICLE_FORM))
const TABLES = ARTICLE_TABLES.map(({ name, columns, reals, firstCells, isLater }) => {
  const head = Buffer.from(encodeHead(name, columns.length))
  const later = firstCells === columns.length ? null : { firstCells, head: Buffer.from(encodeHead(name, firstCells)) }
  return { name, head, reals, later, isLater }
})
/** Used by one article after the other. */
const [written, table] = [new GrowingBytes(), new RowBytes()]

/**
 * The bytes that are digested, which hold until the next article's are asked for.
 *
 * @param sums takes what each row leaves
 */
export function encodeArticle(rows: ArticleRows, sums: number[] | null = null): Uint8Array {
  written.begin(START)
  for (const { name, head, reals, later } of TABLES.slice(0, countTables(rows))) {
    table.fill({ head, reals, later }, rows[name])
    table.copyTo(written)
    if (sums === null) continue
    beginSums(sums, rows[name].length)
    table.addSums(sums)
  }
  return written.bytes
}

/** All but those at the end that came later and have no rows: digest and sums are then those from before they came. */
function countTables(rows: ArticleRows): number {
  return TABLES.findLastIndex(({ name, isLater }) => !isLater || rows[name].length > 0) + 1
}
