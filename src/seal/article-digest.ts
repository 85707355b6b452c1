import { hash } from 'node:crypto'
import { ARTICLE_TABLES, type ArticleRows, type SealedTable } from './article-tables.ts'
import { encodeCells, encodeHead, encodeText, withoutNul } from './canonical-form.ts'

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
  const encoded = START + ARTICLE_TABLES.map((table, place) => encodeTable(table, HEADS[place] ?? '', rows)).join('')
  return encoded.includes('\0') ? encodeArticle(withoutNuls(rows)) : encoded
}

const START = encodeText(ARTICLE_FORM)
const HEADS = ARTICLE_TABLES.map(({ name, columns }) => encodeHead(name, columns.length))

/**
 * Rows of one table begin with cells of letters and digits that tell them apart, and so sort as texts in the order of
 * their bytes.
 */
function encodeTable({ name, reals }: SealedTable, head: string, rows: ArticleRows): string {
  const encoded = rows[name as keyof ArticleRows].map(cells => encodeCells(cells, reals))
  if (encoded.length === 0) return ''
  return head + encoded.sort().join(head)
}

function withoutNuls(rows: ArticleRows): ArticleRows {
  const tables = Object.entries(rows).map(([name, all]) => [name, all.map(cells => cells.map(withoutNul))])
  return Object.fromEntries(tables) as unknown as ArticleRows
}
