import type { StoreDatabase } from '../../schema.ts'

/**
 * How many corrections a claim has had, those taken back too. The ledger only grows, so the number tells whether the claim
 * is still as somebody saw it.
 */
export async function countCorrections(database: StoreDatabase, claimId: string): Promise<number> {
  const row = await database
    .selectFrom('v_corrected')
    .select('corrections')
    .where('claim_id', '=', claimId)
    .executeTakeFirst()
  return Number(row?.corrections ?? 0)
}
