import type { Database } from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { HearsayError } from '../../../domain/errors.ts'
import type { StoreDatabase, StoreSchema } from '../../schema.ts'
import { KeptStatements } from './kept-statements.ts'
import { withClearErrors } from './sqlite-errors.ts'

/** A handle for queries on a connection. Destroying it closes the connection. */
export function queriesOn(connection: Database, path: string): StoreDatabase {
  return new Kysely<StoreSchema>({ dialect: new SqliteDialect({ database: toKysely(connection, path) }) })
}

/** What kysely needs of a connection, with every error of SQLite's made clear. */
function toKysely(connection: Database, path: string): SqliteDatabase {
  const kept = new KeptStatements(connection)
  return {
    close: () => connection.close(),
    prepare: sql => {
      const statement = withClearErrors(path, () => withTables(path, () => kept.prepare(sql)))
      return {
        reader: statement.reader,
        all: parameters => withClearErrors(path, () => statement.all(...parameters)),
        run: parameters => withClearErrors(path, () => statement.run(...parameters)),
        iterate: parameters => withClearErrors(path, () => statement.iterate(...parameters)),
      }
    },
  }
}

/** What Hearsay itself asks of its tables fails only where they are no longer those that it made. */
function withTables<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof Error) || !/^no such (table|column): /.test(error.message)) throw error
    throw new HearsayError(
      `${path} lacks what Hearsay made there (${error.message}); restore a copy of the database.`,
      'database-damaged',
      { cause: error },
    )
  }
}
