import Database from 'better-sqlite3'
import { EXIT, HearsayError } from '../../domain/errors.ts'

/**
 * Runs `action` and turns what SQLite and the file system refuse into one sentence with an exit code:
 * 74 when the disk fails or is full, 4 when the database cannot be used. Defects pass through as they are.
 */
export function withClearErrors<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw explainError(path, error)
  }
}

/** The error to throw in place of `error`, which is returned unchanged when it is no fault of database or disk. */
export function explainError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HearsayError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (typeof code !== 'string') return error
  const known = error instanceof Database.SqliteError ? explainSqlite(path, code, error) : explainSystem(path, code)
  return known === null ? error : new HearsayError(known.sentence, known.exitCode, { cause: error })
}

interface Explanation {
  readonly sentence: string
  readonly exitCode: typeof EXIT.database | typeof EXIT.io
}

function explainSqlite(path: string, code: string, error: Error): Explanation | null {
  const database = (sentence: string): Explanation => ({ sentence, exitCode: EXIT.database })
  switch (primaryCode(code)) {
    case 'SQLITE_FULL':
      return diskFull(path)
    case 'SQLITE_IOERR':
      return {
        sentence: `The disk failed while ${path} was used (${code}); what was committed is safe: check the disk and run the same command again.`,
        exitCode: EXIT.io,
      }
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return database(`${path} is locked by another program; close that program and run the same command again.`)
    case 'SQLITE_CORRUPT':
      return database(
        `${path} is damaged (${error.message}); restore a copy, or save what can be read with: sqlite3 ${path} .recover`,
      )
    case 'SQLITE_NOTADB':
      return database(`${path} is no database; give another file with --db.`)
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return database(`${path} cannot be written (${error.message}); check its permissions and those of its folder.`)
    case 'SQLITE_CANTOPEN':
      return database(`${path} cannot be opened (${error.message}); its folder must exist and be writable.`)
    default:
      return null
  }
}

function explainSystem(path: string, code: string): Explanation | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path)
    case 'EIO':
      return { sentence: `The disk failed while ${path} was used; check the disk and run again.`, exitCode: EXIT.io }
    case 'EISDIR':
      return { sentence: `${path} is a folder; give the path of a database file.`, exitCode: EXIT.database }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        sentence: `${path} cannot be opened (${code}); check its permissions and those of its folder.`,
        exitCode: EXIT.database,
      }
    case 'ENOTDIR':
    case 'EEXIST':
      return { sentence: `${path} cannot be made: a part of its path is a file.`, exitCode: EXIT.database }
    default:
      return null
  }
}

function diskFull(path: string): Explanation {
  return {
    sentence: `The disk is full: ${path} keeps all that was committed; free some space and run the same command again.`,
    exitCode: EXIT.io,
  }
}

/** `SQLITE_IOERR_WRITE` → `SQLITE_IOERR`. */
function primaryCode(code: string): string {
  return code.split('_').slice(0, 2).join('_')
}
