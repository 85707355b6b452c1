import type { Database } from 'better-sqlite3'
import { type AppliedMigration, findOtherMigrations } from '../other-migrations.ts'
import type { StoreReader } from '../reader.ts'
import { findBytesBehind, findOtherObjects } from './check-schema.ts'
import { connectForReading } from './connect.ts'
import { queriesOn } from './connection/kysely-connection.ts'
import { closeReadConnection } from './connection/read-connection.ts'
import { selectRows } from './connection/select-rows.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

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
  const database = queriesOn(connection, path)
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
