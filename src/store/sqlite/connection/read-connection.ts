import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HearsayError } from '../../../domain/errors.ts'
import { Database } from './sqlite.ts'

/**
 * A read-only connection that has proved, by `check`, that it can read.
 *
 * A database in WAL mode is read with the help of two files beside it. Where these cannot be made, on read-only media
 * say, and no change waits in a log, the file is read as it lies there, without looking for changes.
 *
 * @throws HearsayError (4) when permissions forbid it; whatever `check` throws.
 */
export function openReadConnection(
  path: string,
  timeout: number,
  check: (database: Database.Database) => void,
): Database.Database {
  const open = (location: string) => {
    const database = new Database(location, { readonly: true, fileMustExist: true, timeout })
    try {
      check(database)
      return database
    } catch (error) {
      closeReadConnection(database, path)
      throw error
    }
  }
  try {
    return open(resolve(path))
  } catch (error) {
    if (!isDenied(error)) throw error
    if (!holdsChanges(path) && !canWriteIn(dirname(resolve(path)))) return open(toImmutable(path))
    throw new HearsayError(
      `${path} cannot be read where it is (${error.message}): that takes its ${path}-wal and ${path}-shm too; check the permissions of all three, or copy the first two into a folder of your own.`,
      'database-forbidden',
      { cause: error },
    )
  }
}

/** Closes it, and takes away the two files that reading put beside the database, unless others use them. */
export function closeReadConnection(database: Database.Database, path: string): void {
  database.close()
  if (sizeOf(`${path}-wal`) !== 0) return
  try {
    // Only a connection that may write takes them away, and only as the last one: SQLite sees to that.
    const last = new Database(resolve(path), { fileMustExist: true, timeout: 0 })
    try {
      last.prepare('SELECT count(*) FROM sqlite_schema').get()
    } finally {
      last.close()
    }
  } catch (error) {
    // What was read stays read: two empty files are no reason to fail.
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

function isDenied(error: unknown): error is InstanceType<typeof Database.SqliteError> {
  return error instanceof Database.SqliteError && /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code)
}

/** Whether a log or journal with something in it lies beside the database, which then is not all there is. */
function holdsChanges(path: string): boolean {
  return [`${path}-wal`, `${path}-journal`].some(beside => (sizeOf(beside) ?? 0) > 0)
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

function canWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function toImmutable(path: string): string {
  return `${pathToFileURL(resolve(path)).href}?immutable=1`
}
