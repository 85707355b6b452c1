import { readArticlesWithClaims } from '../store/queries/stream-articles-with-claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { applyRule } from './check-articles.ts'
import type { Policy } from './policy.ts'

/** Findings of one article by their severity, as `hearsay check` counts them. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly notes: number
}

/** How much a policy finds in each of these articles, by `rowid`; those that are no more are left out. */
export async function countFindings(
  database: StoreDatabase,
  policy: Policy,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, FindingCounts>> {
  const articles = await readArticlesWithClaims(database, rowids)
  return new Map(
    articles.map(article => {
      const counts = { errors: 0, warnings: 0, notes: 0 }
      for (const rule of policy.rules) counts[`${rule.severity}s`] += applyRule(rule, article).length
      return [article.rowid, counts]
    }),
  )
}
