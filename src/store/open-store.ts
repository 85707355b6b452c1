import { existsSync } from 'node:fs'
import { isPostgres } from './database-name.ts'
import { openSqliteStore } from './sqlite/open-sqlite-store.ts'
import { SqliteDoneLookup } from './sqlite/sqlite-done-lookup.ts'
import { SqliteStore } from './sqlite/sqlite-store.ts'
import type { DoneLookup, Store } from './store.ts'

/*
 * Which store a database is kept in, told by what it is called: a URL is a PostgreSQL server, a path a SQLite file.
 * The server's driver is loaded by whom it serves: it would cost every other command a tenth of its start.
 */

/**
 * Opens a database for writing, making or migrating it as needed.
 *
 * @param onHeld told when what other programs hold in a server's database is waited for
 * @throws HearsayError 4 (not usable) or 74 (disk full)
 */
export async function openStore(db: string, onHeld?: (error: unknown) => void): Promise<Store> {
  if (!isPostgres(db)) return await openSqliteStore(db)
  const { PostgresStore } = await import('./postgres/postgres-store.ts')
  return await PostgresStore.open(db, onHeld)
}

/**
 * Opens a database that a `Store` has open beside it.
 *
 * @param onHeld told when what other programs hold in a server's database is waited for
 * @throws HearsayError (4)
 */
export async function openDoneLookup(db: string, onHeld?: (error: unknown) => void): Promise<DoneLookup> {
  if (!isPostgres(db)) return SqliteDoneLookup.open(db)
  const { PostgresDoneLookup } = await import('./postgres/postgres-done-lookup.ts')
  return await PostgresDoneLookup.open(db, onHeld)
}

/**
 * Gives an older database the newest schema; does nothing where there is none, which is for reading to say.
 *
 * @throws HearsayError 4 (not usable) or 74 (disk full)
 */
export async function migrateExisting(db: string): Promise<void> {
  if (isPostgres(db)) {
    const postgres = await import('./postgres/connect.ts')
    await postgres.migrateExisting(db)
  } else if (existsSync(db)) SqliteStore.open(db).close()
}

export { addClaim, appendCorrections, joinClaims, splitClaim, undoCorrection } from './correcting/correct-claims.ts'
