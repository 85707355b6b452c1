import type { StoreDatabase } from '../../schema.ts'
import { rangeOfPrefix, requireOne } from './find-by-prefix.ts'

/** A claim's id and its article's. */
export interface ClaimReference {
  readonly id: string
  readonly articleId: string
}

/**
 * The claim whose id is, or alone begins with, `reference`.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export async function resolveClaim(database: StoreDatabase, reference: string): Promise<ClaimReference> {
  const { from, to } = rangeOfPrefix(reference.toLowerCase())
  const found =
    reference === ''
      ? []
      : await database
          .selectFrom('claim')
          .innerJoin('article', 'article.rowid', 'claim.article_rowid')
          .select(['claim.id', 'article.id as articleId'])
          .where('claim.id', '>=', from)
          .where('claim.id', '<', to)
          .union(
            database
              .selectFrom('standing')
              .innerJoin('article', 'article.id', 'standing.article_id')
              .select(['standing.claim_id as id', 'article.id as articleId'])
              .where('standing.claim_id', '>=', from)
              .where('standing.claim_id', '<', to)
              .where('standing.added', '=', 1),
          )
          .orderBy('id')
          .limit(4)
          .execute()
  return requireOne(
    found.filter(({ id }) => id === from).length === 1 ? found.slice(0, 1) : found,
    'claim',
    reference,
    claim => claim.id,
  )
}
