import type { ArticleTable, StoreDatabase } from '../../schema.ts'

/** What lists of articles show. */
export type ArticleHeading = Pick<
  ArticleTable,
  'rowid' | 'id' | 'uri' | 'title' | 'byline' | 'publisher' | 'published_utc'
>

/** Articles in the order in which they were asked for; what has gone is left out. */
export async function findArticlesByRowid(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ArticleHeading[]> {
  if (rowids.length === 0) return []
  const articles = await database
    .selectFrom('article')
    .select(['rowid', 'id', 'uri', 'title', 'byline', 'publisher', 'published_utc'])
    .where('rowid', 'in', rowids)
    .execute()
  const byRowid = new Map(articles.map(article => [article.rowid, article]))
  return rowids.flatMap(rowid => byRowid.get(rowid) ?? [])
}
