import { isPostgres } from './database-name.ts'
import type { StoreReader } from './reader.ts'
import { openForReading } from './sqlite/open-for-reading.ts'

/**
 * Opens an existing database for reading only: a SQLite file by its path, or the tables of a PostgreSQL server by its URL.
 *
 * @throws HearsayError (4) when it is missing, none of Hearsay's, of another schema, damaged or out of reach
 */
export async function openReader(db: string): Promise<StoreReader> {
  if (!isPostgres(db)) return openForReading(db)
  const postgres = await import('./postgres/open-for-reading.ts')
  return await postgres.openForReading(db)
}
