import type { Naming } from '../../../domain/labels.ts'
import { nullsFirst } from '../../dialect/null-order.ts'
import type { AnonymousView, StoreDatabase } from '../../schema.ts'
import { resolveArticle } from '../references/resolve-article.ts'
import { readSince } from '../search/since.ts'

export interface AnonymousFilter {
  readonly naming?: readonly Extract<Naming, 'unnamed' | 'anonymous'>[] | undefined
  /** An article's URI, the end of it, or the beginning of its id. */
  readonly article?: string | undefined
  /** Published at that time or later, ISO 8601. */
  readonly since?: string | undefined
  readonly limit?: number | undefined
}

/**
 * The anonymity ledger: one row an unnamed or anonymous source and article, in the order of the articles' URIs and
 * then of the text.
 *
 * @throws HearsayError (2) when the article is unknown or the date is none.
 */
export async function findAnonymous(database: StoreDatabase, filter: AnonymousFilter = {}): Promise<AnonymousView[]> {
  // A source that lost all its claims to corrections is none any more.
  let ledger = database
    .selectFrom('v_anonymous')
    .selectAll()
    .where(({ or, eb }) => or([eb('claims', '>', 0), eb('corrected', '=', 0)]))
  if (filter.naming !== undefined) ledger = ledger.where('naming', 'in', filter.naming)
  if (filter.article !== undefined)
    ledger = ledger.where('article_id', '=', await resolveArticle(database, filter.article))
  if (filter.since !== undefined) ledger = ledger.where('published_utc', '>=', readSince(filter.since))
  if (filter.limit !== undefined) ledger = ledger.limit(filter.limit)
  return await ledger.orderBy('uri').orderBy('article_id').orderBy('start', nullsFirst).orderBy('source_id').execute()
}
