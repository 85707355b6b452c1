import type { ClaimView, StoreDatabase } from '../../schema.ts'
import { ADDED_FROM, splitNumbers } from '../search/index-facts.ts'

/** Claims as flat rows, with the `rowid` of each, in the order in which they were asked for; what has gone is left out. */
export async function findClaimsByRowid(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<(ClaimView & { readonly rowid: number })[]> {
  if (rowids.length === 0) return []
  const ids = await findClaimIds(database, rowids)
  const rowidOf = new Map([...ids].map(([rowid, id]) => [id, rowid]))
  const claims = await database
    .selectFrom('v_claim')
    .selectAll()
    .where('id', 'in', [...rowidOf.keys()])
    .execute()
  const byRowid = new Map(claims.map(claim => [rowidOf.get(claim.id), claim]))
  return rowids.flatMap(rowid => {
    const claim = byRowid.get(rowid)
    return claim === undefined ? [] : [{ ...claim, rowid }]
  })
}

/** The ids of claims by their `rowid` (above `ADDED_FROM` where somebody added them); what has gone is left out. */
export async function findClaimIds(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { found, added } = splitNumbers(rowids)
  const ids =
    found.length === 0
      ? []
      : await database.selectFrom('claim').select(['rowid', 'id']).where('rowid', 'in', found).execute()
  const addedIds =
    added.length === 0
      ? []
      : await database.selectFrom('standing').select(['rowid', 'claim_id']).where('rowid', 'in', added).execute()
  return new Map([
    ...ids.map(({ id, rowid }) => [rowid, id] as const),
    ...addedIds.map(({ claim_id, rowid }) => [ADDED_FROM + rowid, claim_id] as const),
  ])
}

/** The `rowid` of a claim (above `ADDED_FROM` where somebody added it), or null when there is none of that id. */
export async function findClaimRowid(database: StoreDatabase, id: string): Promise<number | null> {
  const claim = await database.selectFrom('claim').select('rowid').where('id', '=', id).executeTakeFirst()
  if (claim !== undefined) return claim.rowid
  const added = await database
    .selectFrom('standing')
    .select('rowid')
    .where('claim_id', '=', id)
    .where('added', '=', 1)
    .executeTakeFirst()
  return added === undefined ? null : ADDED_FROM + added.rowid
}
