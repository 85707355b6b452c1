import { InvalidArgumentError, Option } from 'commander'
import { openReader } from '../store/open-reader.ts'
import type { StoreReader } from '../store/reader.ts'

export interface DatabaseOptions {
  readonly db: string
}

/** `--db`, which every command but `eval` takes. */
export function databaseOption(): Option {
  return new Option('--db <path>', 'the database: a file, or postgres://USER:PASSWORD@HOST/NAME')
    .argParser(path)
    .env('HEARSAY_DB')
    .default('out/hearsay.db')
}

/** SQLite's name for a database that only one connection sees, which is of no use to a run with several. */
function path(value: string): string {
  if (value === ':memory:') throw new InvalidArgumentError('the database has to be a file, which several threads open')
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
