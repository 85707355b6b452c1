import { sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { ArticleTable, StoreDatabase } from '../../schema.ts'

const COLUMNS = [
  'rowid',
  'id',
  'raw_sha256',
  'uri',
  'title',
  'byline',
  'publisher',
  'published_at',
  'modified_at',
  'section',
  'language',
  'decoded_as',
  'warnings',
  'origins',
] as const satisfies readonly (keyof ArticleTable)[]

/** An article without its text. */
export type ArticleRow = Pick<ArticleTable, (typeof COLUMNS)[number]>

/** Articles in the order in which they were asked for; what has gone is left out. */
export async function findArticleRows(database: StoreDatabase, rowids: readonly number[]): Promise<ArticleRow[]> {
  if (rowids.length === 0) return []
  const articles = await database.selectFrom('article').select(COLUMNS).where('rowid', 'in', rowids).execute()
  const byRowid = new Map(articles.map(article => [article.rowid, article]))
  return rowids.flatMap(rowid => byRowid.get(rowid) ?? [])
}

/** An article by its whole id, or null. */
export async function findArticleRow(database: StoreDatabase, id: string): Promise<ArticleRow | null> {
  return (await database.selectFrom('article').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null
}

/**
 * The `rowid` of every article one of whose places says the words in title, byline or URI; upper and lower case of A to Z
 * count as equal. Places are searched, since articles stand beside their texts, and take four times as long to walk.
 */
export async function findArticlesSaying(database: StoreDatabase, words: string): Promise<number[]> {
  const like = dialectOf(database) === 'sqlite' ? sql.raw('like') : sql.raw('ilike')
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const holds = (column: 'title' | 'byline' | 'uri') => sql<boolean>`${sql.ref(column)} ${like} ${pattern} escape '\\'`
  const places = database
    .selectFrom('input')
    .select('article_id')
    .where('article_id', 'is not', null)
    .where(({ or }) => or([holds('title'), holds('byline'), holds('uri')]))
  const rows = await database.selectFrom('article').select('rowid').where('id', 'in', places).orderBy('rowid').execute()
  return rows.map(({ rowid }) => rowid)
}

/** The newest articles in the order in which they were analysed, last first, with the time of the run that did it. */
export async function findNewestArticles(
  database: StoreDatabase,
  most: number,
): Promise<{ readonly id: string; readonly analysed_at: string }[]> {
  const newest = database.selectFrom('article').select(['rowid', 'id']).orderBy('rowid', 'desc').limit(most)
  const rows = await database
    .selectFrom(newest.as('newest'))
    .leftJoin('done', 'done.article_rowid', 'newest.rowid')
    .leftJoin('run', 'run.id', 'done.run_id')
    .select(({ fn }) => ['newest.id', 'newest.rowid', fn.max('run.started_at').as('analysed_at')])
    .groupBy(['newest.id', 'newest.rowid'])
    .orderBy('newest.rowid', 'desc')
    .execute()
  return rows.flatMap(({ id, analysed_at }) => (analysed_at === null ? [] : [{ id, analysed_at }]))
}
