import { statSync } from 'node:fs'
import { Database } from './connection/sqlite.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

/** A table, index, view or trigger. */
interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string
}

type Objects = ReadonlyMap<string, SchemaObject>

/** As in a database that has just been made; once a process. */
let made: Objects | null = null

/**
 * Where tables, indexes, views and triggers are not those that Hearsay makes, as clauses: a view that was changed shows
 * other claims than there are, and without a trigger the ledger of corrections can be rewritten. Tables, views and indexes
 * that somebody keeps beside them do no harm.
 */
export function findOtherObjects(database: Database.Database): string[] {
  made ??= makeObjects()
  const found = readObjects(database)
  const problems: string[] = []
  for (const [key, { type, name, sql }] of made) {
    const own = found.get(key)
    if (own === undefined) problems.push(`the ${type} ${name} is missing`)
    else if (own.sql !== sql) problems.push(`the ${type} ${name} is not as this Hearsay makes it`)
  }
  for (const [key, { type, name, table }] of found)
    if (type === 'trigger' && !made.has(key)) problems.push(`the trigger ${name} on ${table} is none of Hearsay's`)
  return problems
}

function makeObjects(): Objects {
  const database = new Database(':memory:')
  try {
    migrate(database, ':memory:', MIGRATIONS)
    return readObjects(database)
  } finally {
    database.close()
  }
}

function readObjects(database: Database.Database): Objects {
  const rows = database
    .prepare<[], SchemaObject>(
      `SELECT type, name, tbl_name AS "table", coalesce(sql, '') AS sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all()
  // Versions of SQLite write names that were altered with other quotes.
  return new Map(rows.map(row => [`${row.type} ${row.name}`, { ...row, sql: row.sql.replace(/["\s]+/g, '') }]))
}

/** What lies in the file behind the pages of the database, as a clause; while a log waits to be written into it nothing is said. */
export function findBytesBehind(database: Database.Database): string[] {
  const log = statSync(`${database.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const file = statSync(database.name, { throwIfNoEntry: false })?.size ?? 0
  const pages = Number(database.pragma('page_count', { simple: true }))
  const more = file - pages * Number(database.pragma('page_size', { simple: true }))
  return log > 0 || more <= 0 ? [] : [`${more} bytes lie in the file behind its last page`]
}
