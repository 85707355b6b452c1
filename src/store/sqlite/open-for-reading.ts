import type { Database } from 'better-sqlite3'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import { type AppliedMigration, findOtherMigrations } from '../other-migrations.ts'
import type { StoreReader } from '../reader.ts'
import type { StoreSchema } from '../schema.ts'
import { findBytesBehind, findOtherObjects } from './check-schema.ts'
import { connectForReading } from './connect.ts'
import { KeptStatements } from './kept-statements.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'
import { closeReadConnection } from './read-connection.ts'
import { selectRows } from './select-rows.ts'
import { withClearErrors } from './sqlite-errors.ts'

/**
 * Opens an existing database for reading only.
 *
 * @throws HearsayError (4) when it is missing, no database of Hearsay's, of another schema, or damaged.
 *
 * @example
 * const reader = openForReading('out/hearsay.db')
 * const claims = await findClaims(reader.database, { naming: ['anonymous'] })
 * await reader.close()
 */
export function openForReading(path: string): StoreReader {
  const connection = connectForReading(path)
  const database = new Kysely<StoreSchema>({ dialect: new SqliteDialect({ database: toKysely(connection, path) }) })
  return {
    database,
    select: async query => selectRows(connection, path, query),
    checkIntegrity: async () => withClearErrors(path, () => checkIntegrity(connection)),
    close: async () => {
      await database.destroy()
      closeReadConnection(connection, path)
    },
  }
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
      EXIT.database,
      { cause: error },
    )
  }
}

function checkIntegrity(connection: Database): string[] {
  const rows = connection
    .prepare<[], AppliedMigration>('SELECT number, name, since FROM migration ORDER BY number')
    .all()
  const structure = connection.prepare<[], string>('PRAGMA quick_check').pluck().all()
  const references = connection
    .prepare<[], string>(
      `SELECT count(*) || ' rows of ' || "table" || ' refer to a ' || parent || ' that is not there'
       FROM pragma_foreign_key_check GROUP BY "table", parent`,
    )
    .pluck()
    .all()
  const unindexed = connection
    .prepare<[], string>(
      `SELECT count(*) || ' corrected contents are not in the full-text index, or are there no more'
       FROM (SELECT rowid FROM standing WHERE content_text IS NOT NULL) AS standing
       FULL JOIN standing_search_docsize AS entry ON entry.id = standing.rowid
       WHERE entry.id IS NULL OR standing.rowid IS NULL HAVING count(*) > 0`,
    )
    .pluck()
    .all()
  return [
    ...structure.filter(line => line !== 'ok'),
    ...findBytesBehind(connection),
    ...references,
    ...unindexed,
    ...findOtherMigrations(rows, MIGRATIONS),
    ...findOtherObjects(connection),
  ]
}
