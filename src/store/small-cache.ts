import { sql } from 'kysely'
import { dialectOf } from './dialect/dialect.ts'
import type { StoreDatabase } from './schema.ts'

/** In KiB: the inner pages of all trees of a database of gigabytes; its leaves come from the system's own cache as quickly. */
const CACHE = 4_000

/** Has SQLite keep fewer pages of this connection in memory than its 16 MB; PostgreSQL keeps them on its own side. */
export async function keepCacheSmall(database: StoreDatabase): Promise<void> {
  if (dialectOf(database) === 'sqlite') await sql`pragma cache_size = ${sql.lit(-CACHE)}`.execute(database)
}
