import { sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase } from '../../schema.ts'

/** So many articles are read through at a time, so that others are served in between. */
const PORTION = 2_000

export interface ArticleText {
  readonly id: string
  readonly uri: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published_at: string | null
  readonly text: string
}

const COLUMNS = ['id', 'uri', 'title', 'publisher', 'published_at', 'text'] as const

/**
 * Articles in whose text each of some words stands somewhere, in small letters or capitals of ASCII; at most so many. There is
 * no index over texts: all of them are read through, a gigabyte in some seconds.
 */
export async function findTextsHolding(
  database: StoreDatabase,
  words: readonly string[],
  most: number,
): Promise<readonly ArticleText[]> {
  const like = dialectOf(database) === 'postgres' ? sql`ilike` : sql`like`
  const last = await database
    .selectFrom('article')
    .select(({ fn }) => fn.max('rowid').as('rowid'))
    .executeTakeFirst()
  const found: ArticleText[] = []
  for (let after = 0; after < Number(last?.rowid ?? 0) && found.length < most; after += PORTION) {
    let articles = database
      .selectFrom('article')
      .select(COLUMNS)
      .where('rowid', '>', after)
      .where('rowid', '<=', after + PORTION)
    for (const word of words)
      articles = articles.where(
        sql<boolean>`article.text ${like} ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
      )
    found.push(
      ...(await articles
        .orderBy('uri')
        .orderBy('id')
        .limit(most - found.length)
        .execute()),
    )
  }
  return found
}

/** Articles with their texts by id. */
export async function findTexts(database: StoreDatabase, ids: readonly string[]): Promise<readonly ArticleText[]> {
  if (ids.length === 0) return []
  return await database.selectFrom('article').select(COLUMNS).where('id', 'in', ids).orderBy('id').execute()
}
