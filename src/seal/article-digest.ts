import { hash } from 'node:crypto'
import { ARTICLE_TABLES, type ArticleRows, type SealedTable } from './article-tables.ts'
import { encodeCells, encodeHead, encodeText, withoutNul } from './canonical-form.ts'
import { sumRows } from './row-sums.ts'
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
  const encoded = encodeTables(rows)
  const whole = joinTables(encoded)
  if (whole.includes('\0')) return sealArticle(withoutNuls(rows))
  return { digest: hash('sha256', whole), sums: sumRows(encoded) }
}

/** The text whose bytes in UTF-8 are digested. */
export function encodeArticle(rows: ArticleRows): string {
  const whole = joinTables(encodeTables(rows))
  return whole.includes('\0') ? encodeArticle(withoutNuls(rows)) : whole
}

const START = encodeText(ARTICLE_FORM)
const HEADS = ARTICLE_TABLES.map(({ name, columns }) => encodeHead(name, columns.length))

/**
 * The cells of all rows, table by table. Rows of one table begin with cells of letters and digits that tell them apart,
 * and so sort as texts in the order of their bytes.
 */
function encodeTables(rows: ArticleRows): string[][] {
  return ARTICLE_TABLES.map(({ name, reals }: SealedTable) =>
    rows[name as keyof ArticleRows].map(cells => encodeCells(cells, reals)).sort(),
  )
}

function joinTables(tables: readonly (readonly string[])[]): string {
  let whole = START
  for (const [place, rows] of tables.entries()) {
    const head = HEADS[place] ?? ''
    for (const row of rows) whole += head + row
  }
  return whole
}

function withoutNuls(rows: ArticleRows): ArticleRows {
  const tables = Object.entries(rows).map(([name, all]) => [name, all.map(cells => cells.map(withoutNul))])
  return Object.fromEntries(tables) as unknown as ArticleRows
}
