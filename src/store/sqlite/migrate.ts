import type { Database } from 'better-sqlite3'
import { HearsayError } from '../../domain/errors.ts'
import { requireCurrentSchema } from '../require-current-schema.ts'
import { APPLICATION_ID } from './connection/inspect-file.ts'
import type { Migration } from './migrations/migration.ts'
import { VIEWS } from './views.ts'

const HISTORY = `
CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  since TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`

/**
 * Brings a database to the last of `migrations`: all missing ones in one transaction, or none.
 *
 * @throws HearsayError (4) when the schema is newer than this Hearsay knows; the file stays as it was.
 */
export function migrate(database: Database, path: string, migrations: readonly Migration[]): void {
  refuseNewer(database, path, migrations)
  if (schemaNumber(database) === migrations.length) return
  database
    .transaction(() => {
      // Read again under the lock: another process may have migrated in between.
      refuseNewer(database, path, migrations)
      const missing = migrations.slice(schemaNumber(database))
      if (missing.length === 0) return
      dropViews(database)
      database.exec(HISTORY)
      const record = database.prepare('INSERT INTO migration (number, name, since, applied_at) VALUES (?, ?, ?, ?)')
      for (const migration of missing) {
        database.exec(migration.sql)
        record.run(migration.number, migration.name, migration.since, new Date().toISOString())
      }
      for (const { afterwards } of missing) afterwards?.(database)
      for (const [name, select] of Object.entries(VIEWS)) database.exec(`CREATE VIEW ${name} AS ${select}`)
      database.pragma(`application_id = ${APPLICATION_ID}`)
      database.pragma(`user_version = ${migrations.length}`)
    })
    .immediate()
}

/**
 * For readers, who change nothing: the schema must be exactly the one that the queries expect.
 *
 * @throws HearsayError (4) when the schema is newer or older.
 */
export function requireSchema(database: Database, path: string, migrations: readonly Migration[]): void {
  // The number alone would be read without a look at the schema itself, which may be damaged.
  database.prepare('SELECT count(*) FROM sqlite_schema').get()
  refuseNewer(database, path, migrations)
  requireCurrentSchema(path, schemaNumber(database), migrations.length)
}

function refuseNewer(database: Database, path: string, migrations: readonly Migration[]): void {
  const found = schemaNumber(database)
  if (found <= migrations.length) return
  const since = database.prepare('SELECT since FROM migration WHERE number = ?').pluck().get(found)
  throw new HearsayError(
    `${path} has schema ${found}, and this Hearsay knows schemas up to ${migrations.length}: it needs Hearsay >= ${since ?? 'the one that wrote it'}.`,
    'database-newer',
  )
}

function schemaNumber(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

function dropViews(database: Database): void {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all() as string[]
  for (const name of names) if (Object.hasOwn(VIEWS, name)) database.exec(`DROP VIEW "${name}"`)
}
