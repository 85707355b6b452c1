import { existsSync } from 'node:fs'
import { isPostgres } from './database-name.ts'
import type { CorrectionNote, NewCorrection } from './new-correction.ts'
import { appendCorrections as appendToSqlite } from './sqlite/append-corrections.ts'
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

/**
 * Adds a correction of each claim to the ledger: of all of them or, when something goes wrong, of none.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable, locked) or 74 (disk full)
 */
export async function appendCorrections(
  db: string,
  claimIds: readonly string[],
  correction: NewCorrection,
): Promise<void> {
  if (isPostgres(db)) {
    const postgres = await import('./postgres/append-corrections.ts')
    await postgres.appendCorrections(db, claimIds, correction)
  } else appendToSqlite(db, claimIds, correction)
}

/**
 * Adds a claim that the machine missed. It lives in the ledger of corrections alone, and its id is hashed as the
 * machine's are.
 *
 * @param correction `spans.cue`, `spans.content` or both are needed
 * @returns the claim's id
 * @throws HearsayError 2 (spans that do not fit the text, a claim that is there already), 4 (not usable) or 74 (disk full)
 */
export async function addClaim(_db: string, _articleId: string, _correction: NewCorrection): Promise<string> {
  throw new Error('not yet')
}

/**
 * Joins claims in one: `keptId` gets the contents of all, the others are rejected as joined into it.
 *
 * @throws HearsayError 2 (a claim is no longer there, or of another article), 4 (not usable) or 74 (disk full)
 */
export async function joinClaims(
  _db: string,
  _keptId: string,
  _otherIds: readonly string[],
  _by: CorrectionNote,
): Promise<void> {
  throw new Error('not yet')
}

/**
 * Cuts the content of a claim at offsets (code points of the article's text): it keeps the first part, and each other
 * part becomes a claim that is added, with the same cue and source.
 *
 * @returns the ids of the claims that were added, in the order of the text
 * @throws HearsayError 2 (the claim is no longer there, an offset not within its content), 4 (not usable) or 74 (disk full)
 */
export async function splitClaim(
  _db: string,
  _claimId: string,
  _at: readonly number[],
  _by: CorrectionNote,
): Promise<string[]> {
  throw new Error('not yet')
}

/**
 * Takes back the last correction of a claim that is still in force, by another one; what was joined or split together
 * with it, together.
 *
 * @throws HearsayError 2 (there is none), 4 (not usable) or 74 (disk full)
 */
export async function undoCorrection(
  _db: string,
  _claimId: string,
  _by: Pick<CorrectionNote, 'correctedBy'>,
): Promise<void> {
  throw new Error('not yet')
}
