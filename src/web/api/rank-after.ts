import { findArticleRow } from '../../store/queries/articles/article-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { ArticleIndex } from '../claim-index/loading/load-articles.ts'
import { refuseCursor } from './links.ts'

/**
 * The rank of the article that a page goes on after; -1 for the first page.
 *
 * @throws HearsayError (2) when the article is no more
 */
export async function rankAfter(
  database: StoreDatabase,
  articles: ArticleIndex,
  id: string | undefined,
): Promise<number> {
  if (id === undefined) return -1
  const row = await findArticleRow(database, id)
  const rank = row === null ? -1 : articles.rankOf(row.rowid)
  return rank < 0 ? refuseCursor('article', id) : rank
}
