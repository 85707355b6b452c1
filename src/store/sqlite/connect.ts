import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { HearsayError } from '../../domain/errors.ts'
import { inspectFile } from './connection/inspect-file.ts'
import { openReadConnection } from './connection/read-connection.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'
import { migrate, requireSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

/** How long to wait for another writer before giving up. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the database for writing; makes it, and its folder, when nothing is there yet; migrates an older one.
 *
 * @throws HearsayError 4 (no database, not Hearsay's, newer, damaged, locked) or 74 (disk full); nothing is written.
 */
export function connectForWriting(path: string): Database.Database {
  const found = inspectFile(path)
  return withClearErrors(path, () => {
    if (found === 'missing') mkdirSync(dirname(resolve(path)), { recursive: true })
    const database = new Database(locate(path), { timeout: BUSY_TIMEOUT_MS })
    try {
      database.pragma('foreign_keys = ON')
      database.pragma('synchronous = FULL')
      migrate(database, path, MIGRATIONS)
      // After the first migration, never before it: see `inspectFile`.
      database.pragma('journal_mode = WAL')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/**
 * Opens an existing database for reading only; close it with `closeReadConnection`.
 *
 * @throws HearsayError (4) when there is none, or none that this Hearsay can read.
 */
export function connectForReading(path: string): Database.Database {
  requireDatabase(path)
  return withClearErrors(path, () =>
    openReadConnection(path, BUSY_TIMEOUT_MS, database => requireSchema(database, path, MIGRATIONS)),
  )
}

/** @throws HearsayError (4) when there is no database yet */
export function requireDatabase(path: string): void {
  const found = inspectFile(path)
  if (found === 'missing')
    throw new HearsayError(
      `There is no database at ${path}; make one with: hearsay run PATH --db ${path}`,
      'database-missing',
    )
  if (found === 'empty')
    throw new HearsayError(`${path} is empty; fill it first: hearsay run PATH --db ${path}`, 'database-empty')
}

/** Absolute, so that a file named `file:…` is not taken for a URI with options. */
function locate(path: string): string {
  return resolve(path)
}
