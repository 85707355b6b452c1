import { sql } from 'kysely'
import type { OfClaim } from '../../ledger/new-row.ts'
import type { StoreDatabase } from '../../schema.ts'

const CLAIMS_AT_ONCE = 1_000

/** Of claims that are there, what the machine found of them, or what was added; by the claim's id. */
export async function findFormers(
  database: StoreDatabase,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, OfClaim>> {
  const found = new Map<string, OfClaim>()
  for (let from = 0; from < claimIds.length; from += CLAIMS_AT_ONCE) {
    const ids = claimIds.slice(from, from + CLAIMS_AT_ONCE)
    const rows = await database
      .selectFrom('v_claim')
      .select(['id as claim_id', 'article_id', 'uri'])
      .select([
        sql<
          string | null
        >`case when origin = 'machine' then coalesce(machine_name, machine_source) else coalesce(name, source) end`.as(
          'former_source',
        ),
        sql<string>`case when origin = 'machine' then coalesce(machine_cue, '') else cue end`.as('former_cue'),
        sql<string | null>`case when origin = 'machine' then machine_content else content end`.as('former_content'),
        sql<number>`case when origin = 'machine' then coalesce((
          select min(claim_span.start) from claim join claim_span on claim_span.claim_rowid = claim.rowid
          where claim.id = v_claim.id and claim_span.role = 'cue'), 0) else coalesce(cue_start, content_start, 0) end`.as(
          'cue_start',
        ),
      ])
      .where('id', 'in', ids)
      .execute()
    for (const row of rows) found.set(row.claim_id, row)
  }
  return found
}
