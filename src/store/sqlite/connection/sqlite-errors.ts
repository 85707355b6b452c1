import { type ErrorCode, HearsayError } from '../../../domain/errors.ts'
import { Database } from './sqlite.ts'

/**
 * Runs `action` and turns what SQLite and the file system refuse into one sentence with a code: the disk fails or is full, or the
 * database cannot be used. Defects pass through as they are.
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
  return known === null ? error : new HearsayError(known.sentence, known.code, { cause: error })
}

interface Explanation {
  readonly sentence: string
  readonly code: ErrorCode
}

function explainSqlite(path: string, code: string, error: Error): Explanation | null {
  switch (primaryCode(code)) {
    case 'SQLITE_FULL':
      return diskFull(path)
    case 'SQLITE_IOERR':
      return {
        sentence: `The disk failed while ${path} was used (${code}); what was committed is safe: check the disk and run the same command again.`,
        code: 'disk-failed',
      }
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return {
        sentence: `${path} is locked by another program; close that program and run the same command again.`,
        code: 'database-locked',
      }
    case 'SQLITE_CORRUPT':
      return {
        sentence: `${path} is damaged (${error.message}); restore a copy, or save what can be read with: sqlite3 ${path} .recover`,
        code: 'database-damaged',
      }
    case 'SQLITE_NOTADB':
      return { sentence: `${path} is no database; give another file with --db.`, code: 'database-foreign' }
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return {
        sentence: `${path} cannot be written (${error.message}); check its permissions and those of its folder.`,
        code: 'database-forbidden',
      }
    case 'SQLITE_CANTOPEN':
      return {
        sentence: `${path} cannot be opened (${error.message}); its folder must exist and be writable.`,
        code: 'database-path-unsuitable',
      }
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
      return { sentence: `The disk failed while ${path} was used; check the disk and run again.`, code: 'disk-failed' }
    case 'EISDIR':
      return { sentence: `${path} is a folder; give the path of a database file.`, code: 'database-path-unsuitable' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        sentence: `${path} cannot be opened (${code}); check its permissions and those of its folder.`,
        code: 'database-forbidden',
      }
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        sentence: `${path} cannot be made: a part of its path is a file; give the path of another one.`,
        code: 'database-path-unsuitable',
      }
    default:
      return null
  }
}

function diskFull(path: string): Explanation {
  return {
    sentence: `The disk is full: ${path} keeps all that was committed; free some space and run the same command again.`,
    code: 'disk-full',
  }
}

/** `SQLITE_IOERR_WRITE` → `SQLITE_IOERR`. */
function primaryCode(code: string): string {
  return code.split('_').slice(0, 2).join('_')
}
