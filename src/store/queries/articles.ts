import type { ArticleView, StoreDatabase } from '../schema.ts'
import { readSince } from './search/since.ts'

export interface ArticleFilter {
  /** Published at that time or later, ISO 8601. */
  readonly since?: string | undefined
  readonly limit?: number | undefined
}

/**
 * Articles without their text, in the order of their URIs.
 *
 * @throws HearsayError (2) when the date is none.
 */
export async function findArticles(database: StoreDatabase, filter: ArticleFilter = {}): Promise<ArticleView[]> {
  let articles = database.selectFrom('v_article').selectAll()
  if (filter.since !== undefined) articles = articles.where('published_utc', '>=', readSince(filter.since))
  if (filter.limit !== undefined) articles = articles.limit(filter.limit)
  return await articles.orderBy('uri').orderBy('id').execute()
}
