import { hash } from 'node:crypto'
import type { Article } from '../domain/article.ts'
import { readArticle } from '../store/queries/article-record.ts'
import { rangeOfPrefix } from '../store/queries/references/find-by-prefix.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { quoted, refuse } from './refuse.ts'
import type { ReturnedArticle } from './returned-article.ts'

/**
 * The stored article that a file is about: by the id that the file names, else by the hash of its text. The text has to be
 * the same to the last character, but for what the tool's format cannot hold.
 *
 * @throws HearsayError (2) when it is none of the database's, or has another text
 */
export async function findReturned(database: StoreDatabase, returned: ReturnedArticle): Promise<Article> {
  const { where, articleId, text, writes } = returned
  const hashed = text === null ? null : hash('sha256', text, 'hex')
  const id = (await findId(database, articleId)) ?? (await findId(database, hashed))
  if (id === null) {
    const known = articleId ?? hashed
    const by = known === null ? 'and neither text nor file name says which it is' : `as ${known.slice(0, 16)}`
    return refuse(where, `is about an article that this database does not hold ${by}`)
  }
  const article = await readArticle(database, id)
  if (text !== null && writes(article.text) !== text)
    refuse(
      where,
      `has another text than ${quoted(article.uri)} (${id.slice(0, 12)}): ${firstDifference(writes(article.text), text)}`,
    )
  return article
}

async function findId(database: StoreDatabase, beginning: string | null): Promise<string | null> {
  if (beginning === null) return null
  const { from, to } = rangeOfPrefix(beginning)
  const rows = await database.selectFrom('article').select('id').where('id', '>=', from).where('id', '<', to).execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

function firstDifference(stored: string, returned: string): string {
  let at = 0
  while (at < stored.length && stored[at] === returned[at]) at++
  const around = (text: string) => quoted(text.slice(Math.max(0, at - 20), at + 20).toWellFormed())
  return `${around(returned)} where it was ${around(stored)}`
}
