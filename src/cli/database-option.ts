import { existsSync } from 'node:fs'
import { InvalidArgumentError, Option } from 'commander'
import { openReader } from '../store/open-reader.ts'
import type { StoreReader } from '../store/reader.ts'
import { SqliteStore } from '../store/sqlite/sqlite-store.ts'

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

/** Gives an older database the newest schema; where there is none it leaves it to `withReader` to say so. */
export function bringUpToDate(path: string): void {
  if (existsSync(path)) SqliteStore.open(path).close()
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
