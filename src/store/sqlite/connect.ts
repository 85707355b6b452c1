import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'
import { DEFAULT_FOLDER } from '../database-name.ts'
import { inspectFile } from './connection/inspect-file.ts'
import { openReadConnection } from './connection/read-connection.ts'
import { Database } from './connection/sqlite.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'
import { migrate, requireSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

/** How long to wait for another writer before giving up. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the database for writing; makes it when nothing is there yet; migrates an older one. Its folder has to be there, unless it is
 * that of the default: a path with a slip in it would leave folders that nobody meant.
 *
 * @throws HearsayError 4 (no database, not Hearsay's, newer, damaged, locked) or 74 (disk full); nothing is written.
 */
export function connectForWriting(path: string): Database.Database {
  const found = inspectFile(path)
  return withClearErrors(path, () => {
    if (found === 'missing') provideFolder(path)
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

/** @throws HearsayError (4) when the folder of the file is not there, and is not the default one */
export function provideFolder(path: string): void {
  const folder = dirname(resolve(path))
  if (existsSync(folder)) return
  if (folder !== resolve(DEFAULT_FOLDER))
    throw new HearsayError(
      `There is no folder ${dirname(path)} for the database ${path}; make the folder, or give another path.`,
      'database-path-unsuitable',
    )
  mkdirSync(folder)
}

/** Absolute, so that a file named `file:…` is not taken for a URI with options. */
function locate(path: string): string {
  return resolve(path)
}
