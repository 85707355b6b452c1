import { closeSync, openSync, readSync } from 'node:fs'
import { HearsayError } from '../../../domain/errors.ts'
import { withClearErrors } from './sqlite-errors.ts'

/** Marks a SQLite file as Hearsay's: "Hear" in ASCII. */
export const APPLICATION_ID = 0x48656172

const HEADER_LENGTH = 100
const MAGIC = 'SQLite format 3\0'
/** Where SQLite keeps the application id: https://www.sqlite.org/fileformat.html#the_database_header */
const APPLICATION_ID_OFFSET = 68

/**
 * What lies at `path`, judged by its first 100 bytes only, so that a file that is not Hearsay's is left alone
 * (SQLite itself would leave `-wal` and `-shm` files beside it, or roll its journal back).
 *
 * The first transaction on a new database writes the application id and is made with a rollback journal, so the id
 * is in the file's header even when the process was killed before the first checkpoint.
 *
 * @throws HearsayError (4) when it is no database, or no database of Hearsay.
 */
export function inspectFile(path: string): 'missing' | 'empty' | 'hearsay' {
  const header = withClearErrors(path, () => readHeader(path))
  if (header === null) return 'missing'
  if (header.length === 0) return 'empty'
  if (header.length < HEADER_LENGTH || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new HearsayError(`${path} is no database; give another file with --db.`, 'database-foreign')
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID)
    throw new HearsayError(
      `${path} is a database, but none of Hearsay's; give another file with --db.`,
      'database-foreign',
    )
  return 'hearsay'
}

function readHeader(path: string): Buffer | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const header = Buffer.alloc(HEADER_LENGTH)
    return header.subarray(0, readSync(file, header, 0, HEADER_LENGTH, 0))
  } finally {
    closeSync(file)
  }
}
