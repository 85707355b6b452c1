import type { EnteringStore } from '../entering.ts'
import { connectForWriting, requireDatabase } from './connect.ts'
import { queriesOn } from './kysely-connection.ts'
import { withClearErrors } from './sqlite-errors.ts'

/**
 * Opens a file for entering articles across articles. Between two transactions a run may write, and other processes may enter
 * articles too: whatever a transaction rests on it has to read itself.
 *
 * @throws HearsayError 4 (there is none, not usable, locked) or 74 (disk full)
 */
export function openForEntering(path: string): EnteringStore {
  requireDatabase(path)
  const connection = connectForWriting(path)
  const database = queriesOn(connection, path)
  const execute = (statement: string) => withClearErrors(path, () => connection.exec(statement))
  return {
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
    close: async () => await database.destroy(),
  }
}
