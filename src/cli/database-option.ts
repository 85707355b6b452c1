import { InvalidArgumentError, Option } from 'commander'
import type { StoreReader } from '../store/reader.ts'
import { openForReading } from '../store/sqlite/open-for-reading.ts'

export interface DatabaseOptions {
  readonly db: string
}

/** `--db`, which every command but `eval` takes. */
export function databaseOption(): Option {
  return new Option('--db <path>', 'the database').argParser(path).env('HEARSAY_DB').default('out/hearsay.db')
}

/** SQLite's name for a database that only one connection sees, which is of no use to a run with several. */
function path(value: string): string {
  if (value === ':memory:') throw new InvalidArgumentError('the database has to be a file, which several threads open')
  return value
}

/** Opens the database for reading, and closes it when `use` is done. */
export async function withReader<Result>(path: string, use: (reader: StoreReader) => Promise<Result>): Promise<Result> {
  const reader = openForReading(path)
  try {
    return await use(reader)
  } finally {
    await reader.close()
  }
}
