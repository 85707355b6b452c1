import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import type { ColumnType } from '../../src/catalogue/column.ts'
import { columnsOf, TABLES, type TableName } from '../../src/catalogue/tables.ts'
import { clientConfig } from '../../src/store/postgres/connection/client-config.ts'
import { MIGRATIONS as POSTGRES_MIGRATIONS } from '../../src/store/postgres/migrations/all-migrations.ts'
import { MIGRATIONS as SQLITE_MIGRATIONS } from '../../src/store/sqlite/migrations/all-migrations.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'

/*
 * The catalogue says what the columns are, migrations make them: here both are held against one another.
 */

const names = Object.keys(TABLES) as TableName[]

/** A column as `source.rank text, may be null`. */
function describeColumn(table: string, name: string, type: string, isNullable: boolean): string {
  return `${table}.${name} ${type}${isNullable ? ', may be null' : ''}`
}

function inCatalogue(nameOf: (type: ColumnType) => string): string[] {
  return names.flatMap(table =>
    columnsOf(table).map(([name, { type, isNullable }]) => describeColumn(table, name, nameOf(type), isNullable)),
  )
}

/** The closed sets that migrations let a column have, as `source.naming: named, unnamed`. */
function setsIn(table: string, checks: string): string[] {
  return columnsOf(table as TableName).flatMap(([name]) => {
    const [, labels] = new RegExp(`\\b${name} (?:IN \\(|= ANY \\(\\(?ARRAY\\[)('[^)\\]]*)`).exec(checks) ?? []
    return labels === undefined
      ? []
      : [`${table}.${name}: ${[...labels.matchAll(/'([^']*)'/g)].map(([, one]) => one).join(', ')}`]
  })
}

function setsInCatalogue(): string[] {
  return names.flatMap(table =>
    columnsOf(table).flatMap(([name, { labels }]) =>
      labels === null ? [] : [`${table}.${name}: ${labels.join(', ')}`],
    ),
  )
}

const advice = (store: string, folder: string) =>
  `${store} has other columns than src/catalogue/ says: a new column takes a migration at the end of all-migrations.ts in ${folder} (those of a source field are its value, its _start and its _end).`

it('SQLite has the columns of the catalogue', () => {
  // By migrations alone: views and writers ask for a column before it can be told that it is missing.
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  for (const { sql } of SQLITE_MIGRATIONS) database.exec(sql)
  const found = names.flatMap(table =>
    (database.pragma(`table_info(${table})`) as { name: string; type: string; notnull: 0 | 1; pk: number }[]).map(
      ({ name, type, notnull, pk }) => describeColumn(table, name, type, notnull === 0 && pk === 0),
    ),
  )
  const types = { text: 'TEXT', integer: 'INTEGER', bigint: 'INTEGER', 'double precision': 'REAL' }
  const known = inCatalogue(type => types[type])
  expect(found.toSorted(), advice('SQLite', 'src/store/sqlite/migrations/')).toEqual(known.toSorted())

  const sets = names.flatMap(table =>
    setsIn(table, String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))),
  )
  expect(setsInCatalogue().filter(set => !sets.includes(set))).toEqual([])
})

describePostgres('PostgreSQL', server => {
  it('has the columns of the catalogue', async () => {
    const url = await server().createDatabase()
    const client = new pg.Client(clientConfig(url))
    await client.connect()
    onTestFinished(() => client.end())
    for (const { sql } of POSTGRES_MIGRATIONS) await client.query(sql)
    const { rows } = await client.query<{ table: string; name: string; type: string; is_nullable: 'YES' | 'NO' }>(
      `SELECT table_name AS "table", column_name AS name, data_type AS type, is_nullable
       FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ANY ($1)`,
      [names],
    )
    const found = rows.map(({ table, name, type, is_nullable }) =>
      describeColumn(table, name, type, is_nullable === 'YES'),
    )
    expect(found.toSorted(), advice('PostgreSQL', 'src/store/postgres/migrations/')).toEqual(
      inCatalogue(type => type).toSorted(),
    )
    const checks = await client.query<{ table: string; text: string }>(
      `SELECT conrelid::regclass::text AS "table", string_agg(pg_get_constraintdef(oid), ' ') AS text
       FROM pg_constraint WHERE contype = 'c' AND conrelid::regclass::text = ANY ($1) GROUP BY conrelid`,
      [names],
    )
    const sets = checks.rows.flatMap(({ table, text }) => setsIn(table, text))
    expect(setsInCatalogue().filter(set => !sets.includes(set))).toEqual([])
  })
})
