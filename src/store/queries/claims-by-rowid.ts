import type { ClaimView, StoreDatabase } from '../schema.ts'

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

/** The ids of claims by their `rowid`; what has gone is left out. */
export async function findClaimIds(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (rowids.length === 0) return new Map()
  const ids = await database.selectFrom('claim').select(['rowid', 'id']).where('rowid', 'in', rowids).execute()
  return new Map(ids.map(({ id, rowid }) => [rowid, id]))
}

/** The `rowid` of a claim, or null when there is none of that id. */
export async function findClaimRowid(database: StoreDatabase, id: string): Promise<number | null> {
  const claim = await database.selectFrom('claim').select('rowid').where('id', '=', id).executeTakeFirst()
  return claim?.rowid ?? null
}
