import { InvalidArgumentError, Option } from 'commander'
import { HearsayError } from '../../domain/errors.ts'
import { DEFAULT_FOLDER, isPostgres } from '../../store/database-name.ts'
import { openReader } from '../../store/open-reader.ts'
import type { StoreReader } from '../../store/reader.ts'

export interface DatabaseOptions {
  readonly db: string
}

/** Where a database is unless something else is said. */
export const DEFAULT_DATABASE = `${DEFAULT_FOLDER}/hearsay.db`

/** `--db`, which every command but `eval` takes. */
export function databaseOption(): Option {
  return new Option('--db <path>', 'the database: a file, or postgres://USER@HOST/NAME')
    .argParser(readDatabase)
    .env('HEARSAY_DB')
    .default(DEFAULT_DATABASE)
}

/**
 * Takes the path of a file or the address of a PostgreSQL database.
 *
 * @throws HearsayError (2) when it is the address of something else
 */
export function readDatabase(value: string): string {
  // SQLite's name for a database that only one connection sees, which is of no use to a run with several.
  if (value === ':memory:') throw new InvalidArgumentError('the database has to be a file, which several threads open')
  // It may hold a password, and so is not repeated.
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !isPostgres(value))
    throw new HearsayError(
      'A database is the path of a SQLite file, or an address that begins with postgres://; --db has another address.',
      'database-unsuitable',
    )
  return value
}

/** Opens the database for reading, and closes it when `use` is done. */
export async function withReader<Result>(path: string, use: (reader: StoreReader) => Promise<Result>): Promise<Result> {
  const reader = await openReader(path)
  try {
    return await use(reader)
  } finally {
    await reader.close()
  }
}
