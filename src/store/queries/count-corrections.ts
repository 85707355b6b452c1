import type { StoreDatabase } from '../schema.ts'

/**
 * How many corrections each corrected claim of an article has had, those taken back too. The ledger only grows, so the
 * number tells whether a claim is still as somebody saw it.
 */
export async function countCorrectionsOfArticle(
  database: StoreDatabase,
  articleId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('correction')
    .select(['claim_id', query => query.fn.countAll<number | string>().as('count')])
    .where('article_id', '=', articleId)
    .groupBy('claim_id')
    .execute()
  return new Map(rows.map(({ claim_id, count }) => [claim_id, Number(count)]))
}
