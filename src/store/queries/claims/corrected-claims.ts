import type { ClaimView, StoreDatabase } from '../../schema.ts'

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 10_000

/** Which of these claims the ledger of corrections says something about. */
export async function findCorrected(database: StoreDatabase, claimIds: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < claimIds.length; from += PORTION) {
    const rows = await database
      .selectFrom('correction')
      .select('claim_id')
      .distinct()
      .where('claim_id', 'in', claimIds.slice(from, from + PORTION))
      .orderBy('claim_id')
      .execute()
    found.push(...rows.map(({ claim_id }) => claim_id))
  }
  return found
}

/** The flat rows of these claims, as they stand corrected. */
export async function findClaimsByIds(database: StoreDatabase, claimIds: readonly string[]): Promise<ClaimView[]> {
  const found: ClaimView[] = []
  for (let from = 0; from < claimIds.length; from += PORTION)
    found.push(
      ...(await database
        .selectFrom('v_claim')
        .selectAll()
        .where('id', 'in', claimIds.slice(from, from + PORTION))
        .orderBy('id')
        .execute()),
    )
  return found
}

/** The flat row of every claim of an article, as it stands corrected, in the order of the text. */
export async function findClaimsOfArticle(database: StoreDatabase, articleId: string): Promise<ClaimView[]> {
  return await database
    .selectFrom('v_claim')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('start')
    .orderBy('id')
    .execute()
}
