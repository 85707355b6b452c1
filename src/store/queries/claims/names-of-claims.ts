import { isAmong } from '../../dialect/write-rows.ts'
import type { StoreDatabase } from '../../schema.ts'

/** The names of who says these claims, by the claim's id, as corrected; null where nobody is named. */
export async function findNamesOfClaims(
  database: StoreDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database
    .selectFrom('v_claim')
    .select(['id', 'name'])
    .where(isAmong(database, 'id', ids))
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
