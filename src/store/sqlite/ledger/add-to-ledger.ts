import type { Database } from 'better-sqlite3'
import { COLUMNS, list } from '../../transfer/tables.ts'
import { connectForWriting, requireDatabase } from '../connect.ts'
import { withClearErrors } from '../connection/sqlite-errors.ts'

/**
 * Adds entries to a ledger: all of them or, when something goes wrong, none. It needs no run and waits its turn while one
 * writes.
 *
 * @throws HearsayError 4 (not usable, locked) or 74 (disk full), and whatever `add` throws
 */
export function addToLedger(path: string, add: (database: Database) => void): void {
  // A correction is of something: it never makes a database.
  requireDatabase(path)
  const database = connectForWriting(path)
  try {
    withClearErrors(path, () => database.transaction(() => add(database)).immediate())
  } finally {
    database.close()
  }
}

/** What inserts an entry with all columns of its ledger. */
export function insertsInto(
  database: Database,
  ledger: 'correction' | 'voice_correction',
): (entry: Readonly<Record<string, string | number | null>>) => void {
  const columns = COLUMNS[ledger]
  const insert = database.prepare(
    `INSERT INTO ${ledger} (${list(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return entry => insert.run(columns.map(column => entry[column]))
}
