import { sql } from 'kysely'
import type { StoreDatabase } from '../schema.ts'

/** A number that is another one whenever somebody else has changed the database since this connection last asked. */
export async function readDataVersion(database: StoreDatabase): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(database)
  return rows[0]?.data_version ?? 0
}
