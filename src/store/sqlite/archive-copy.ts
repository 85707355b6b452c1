import { connectForReading } from './connect.ts'
import { closeReadConnection } from './connection/read-connection.ts'
import { Database } from './connection/sqlite.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'

/** What an archive copy holds. */
export interface ArchiveCopy {
  readonly articles: number
  readonly claims: number
  /** Number of the last migration. */
  readonly schema: number
}

/**
 * Copies a database, as it is at this moment and although a run may be writing to it, into one new file without gaps.
 * The copy has a rollback journal instead of a write-ahead log, so that anybody can open it where nothing can be written.
 *
 * @throws HearsayError 4 (no database, or none that this Hearsay reads) or 74 (disk full).
 */
export function writeArchiveCopy(path: string, copy: string): ArchiveCopy {
  const original = connectForReading(path)
  try {
    withClearErrors(path, () => original.prepare('VACUUM INTO ?').run(copy))
  } finally {
    closeReadConnection(original, path)
  }
  return withClearErrors(copy, () => {
    const database = new Database(copy, { fileMustExist: true })
    try {
      database.pragma('journal_mode = DELETE')
      const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
      return {
        articles: count('article'),
        claims: count('claim'),
        schema: database.pragma('user_version', { simple: true }) as number,
      }
    } finally {
      database.close()
    }
  })
}
