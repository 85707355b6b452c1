import { hash } from 'node:crypto'
import { ARTICLE_TABLES, type ArticleRows, type SealedTable } from './article-tables.ts'
import { encodeRow, encodeText } from './canonical-form.ts'

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

/** The text whose bytes in UTF-8 are digested. */
export function encodeArticle(rows: ArticleRows): string {
  return encodeText(ARTICLE_FORM) + ARTICLE_TABLES.map(table => encodeTable(table, rows)).join('')
}

/**
 * Rows of one table begin with cells of letters and digits that tell them apart, and so sort as texts in the order of
 * their bytes.
 */
function encodeTable({ name, reals }: SealedTable, rows: ArticleRows): string {
  const encoded = rows[name as keyof ArticleRows].map(cells => encodeRow(name, cells, reals))
  return encoded.toSorted((a, b) => (a < b ? -1 : 1)).join('')
}
