import { isPostgres } from './database-name.ts'
import type { EnteringStore } from './entering-store.ts'
import { openForEntering as openSqlite } from './sqlite/open-for-entering.ts'

export type { EnteringStore } from './entering-store.ts'

/**
 * Opens a database for entering articles; an older one gets the newest schema.
 *
 * @returns null where another process enters them right now
 * @throws HearsayError 2 or 4 (there is no such database, not usable, locked) or 74 (disk full)
 */
export async function openForEntering(db: string): Promise<EnteringStore | null> {
  if (!isPostgres(db)) return openSqlite(db)
  const postgres = await import('./postgres/open-for-entering.ts')
  return await postgres.openForEntering(db)
}
