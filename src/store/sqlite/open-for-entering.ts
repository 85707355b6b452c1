import type { Database } from 'better-sqlite3'
import type { EnteringStore } from '../entering-store.ts'
import { identifyThisProcess, isAlive } from '../runs/process-identity.ts'
import { connectForWriting, requireDatabase } from './connect.ts'
import { queriesOn } from './connection/kysely-connection.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'

/**
 * Opens a file for entering articles across articles. A run may write between two transactions.
 *
 * @returns null where somebody else enters them right now
 * @throws HearsayError 4 (there is none, not usable, locked) or 74 (disk full)
 */
export function openForEntering(path: string): EnteringStore | null {
  requireDatabase(path)
  const connection = connectForWriting(path)
  try {
    if (!withClearErrors(path, () => takeHold(connection))) {
      connection.close()
      return null
    }
  } catch (error) {
    connection.close()
    throw error
  }
  const database = queriesOn(connection, path)
  const execute = (statement: string) => withClearErrors(path, () => connection.exec(statement))
  return {
    read: async action => await action(database),
    transact: async action => {
      execute('BEGIN IMMEDIATE')
      try {
        const result = await action(database)
        execute('COMMIT')
        return result
      } catch (error) {
        if (connection.inTransaction) execute('ROLLBACK')
        throw error
      }
    },
    close: async () => {
      try {
        execute('DELETE FROM across_holder')
      } finally {
        await database.destroy()
      }
    },
  }
}

/** Whoever held it and is gone holds it no longer. */
function takeHold(connection: Database): boolean {
  return connection
    .transaction(() => {
      const holder = connection
        .prepare<[], { process: number; started: string | null }>(
          'SELECT process, process_started AS started FROM across_holder',
        )
        .get()
      if (holder !== undefined && isAlive(holder)) return false
      const own = identifyThisProcess()
      connection.prepare('INSERT OR REPLACE INTO across_holder VALUES (1, ?, ?)').run(own.process, own.started)
      return true
    })
    .immediate()
}
