import { sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase } from '../../schema.ts'

/**
 * What is another text whenever somebody else has changed the claims since this connection last asked.
 *
 * PostgreSQL keeps no such number: there it is made of the last rows, which tell of a change at once, and of the server's
 * counts of changes, which tell within seconds of one that the rows do not show.
 */
export async function readDataVersion(database: StoreDatabase): Promise<string> {
  if (dialectOf(database) === 'sqlite') {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(database)
    return String(rows[0]?.data_version)
  }
  const { rows } = await sql<{ version: string }>`
    select concat_ws('/', (select max(rowid) from article), (select max(rowid) from claim),
      (select max(rowid) from source), (select max(id) from correction), (select max(id) from voice_correction),
      (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables where relid in
        ('article'::regclass, 'claim'::regclass, 'source'::regclass, 'entity'::regclass, 'correction'::regclass,
          'voice_correction'::regclass, 'version_change'::regclass))
    ) as version`.execute(database)
  return rows[0]?.version ?? ''
}
