import { sql } from 'kysely'
import type { StoreDatabase } from '../../schema.ts'

/** Version of the server, and what the whole database takes there. */
export async function describeServer(
  database: StoreDatabase,
): Promise<{ readonly server: string; readonly bytes: number }> {
  const { rows } = await sql<{ version: string; bytes: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
    database,
  )
  return { server: `PostgreSQL ${rows[0]?.version}`, bytes: rows[0]?.bytes ?? 0 }
}
