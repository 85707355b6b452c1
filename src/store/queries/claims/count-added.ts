import type { StoreDatabase } from '../../schema.ts'

/** How many claims people added that the machine did not find: they live in the ledger alone. */
export async function countAdded(database: StoreDatabase): Promise<number> {
  const { claims } = await database
    .selectFrom('standing')
    .innerJoin('article', 'article.id', 'standing.article_id')
    .leftJoin('claim', 'claim.id', 'standing.claim_id')
    .select(({ fn }) => fn.countAll().as('claims'))
    .where('standing.added', '=', 1)
    .where('claim.id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(claims)
}
