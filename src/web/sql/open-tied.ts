import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { allowReadingOnly } from './allow-reading.ts'

/** Longest text or blob that a query may make or read, and longest statement. */
const LONGEST_VALUE = 20_000_000
const LONGEST_STATEMENT = 100_000

/**
 * A connection on which nothing but queries of the database's own tables and views can run.
 *
 * @param memory most bytes that SQLite may hold in this process, sorted rows and caches included
 */
export function openTied(path: string, memory: number): DatabaseSync {
  const database = open(path)
  database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY')
  database.exec(`PRAGMA hard_heap_limit = ${Math.ceil(memory)}`)
  allowReadingOnly(database)
  return database
}

function open(path: string): DatabaseSync {
  const options = {
    readOnly: true,
    defensive: true,
    allowExtension: false,
    enableDoubleQuotedStringLiterals: false,
    timeout: 500,
    limits: { length: LONGEST_VALUE, sqlLength: LONGEST_STATEMENT, attach: 0 },
  }
  const opened = new DatabaseSync(resolve(path), options)
  try {
    opened.prepare('SELECT count(*) FROM sqlite_schema').get()
    return opened
  } catch (error) {
    opened.close()
    // On read-only media the files that a log needs cannot be made; without a log the file can be read as it lies.
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw error
    return new DatabaseSync(new URL(`${pathToFileURL(resolve(path)).href}?immutable=1`), options)
  }
}
