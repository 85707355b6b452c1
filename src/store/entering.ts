import { isPostgres } from './database-name.ts'
import type { StoreDatabase } from './schema.ts'
import { openForEntering as openSqlite } from './sqlite/open-for-entering.ts'

/** The side of a store that enters articles across articles. One call at a time: await each before the next. */
export interface EnteringStore {
  /** Reads outside of all transactions. */
  read<Result>(action: (database: StoreDatabase) => Promise<Result>): Promise<Result>
  /**
   * Commits what `action` does through the handle that it is given, all of it or, when it throws, nothing. On a server it is
   * done again where other transactions were in its way. Nobody else enters articles meanwhile.
   */
  transact<Result>(action: (database: StoreDatabase) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

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
