import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { query } from '../postgres/start-postgres.ts'
import { makeFolder } from '../support/stored-database.ts'

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

export interface Column {
  readonly name: string
  readonly type: 'text' | 'whole' | 'real' | 'words'
}

/** A database that somebody changes who may change everything: rules and triggers do not hold them up. */
export interface TamperedDatabase {
  readonly db: string
  /** Every table with its columns, without what the database keeps of its own accord. */
  tables(): Promise<ReadonlyMap<string, readonly Column[]>>
  rows(table: string): Promise<readonly Row[]>
  /** Runs statements, and after `look` everything is as it was before. */
  tamper(statements: readonly string[], look: () => Promise<void>): Promise<void>
}

/** Each change is made to a copy of the file. */
export function tamperSqlite(original: string): TamperedDatabase {
  const db = join(makeFolder(), 'tampered.db')
  const reading = () => new Database(original, { readonly: true })
  return {
    db,
    tables: async () => {
      const database = reading()
      const names = database
        .prepare<[], string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict")
        .pluck()
        .all()
      const columns = database.prepare<[string], { name: string; type: string }>(
        'SELECT name, type FROM pragma_table_info(?)',
      )
      const tables = names.map(name => [name, columns.all(name).map(toColumn)] as const)
      database.close()
      return new Map(tables)
    },
    rows: async table => {
      const database = reading()
      const rows = database.prepare<[], Row>(`SELECT * FROM "${table}"`).all()
      database.close()
      return rows
    },
    tamper: async (statements, look) => {
      copyFileSync(original, db)
      const database = new Database(db)
      database.pragma('foreign_keys = OFF')
      database.pragma('ignore_check_constraints = ON')
      const triggers = database
        .prepare<[], { name: string; sql: string }>(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('correction', 'voice_correction')",
        )
        .all()
      for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
      for (const statement of statements) database.exec(statement)
      // Whoever does so leaves no trace of it.
      for (const { sql } of triggers) database.exec(sql)
      database.close()
      await look()
    },
  }
}

/** What is changed is put back from copies of all tables, which lie in a schema of their own. */
export async function tamperPostgres(url: string): Promise<TamperedDatabase> {
  const free = 'SET session_replication_role = replica;'
  const rules = await query(
    url,
    `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')`,
  )
  await query(url, rules.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT "${name}"`).join(';'))
  const found = await query(
    url,
    `SELECT relname::text AS "table", attname::text AS name, format_type(atttypid, NULL) AS type
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname, attnum`,
  )
  const tables = new Map(
    [...Map.groupBy(found, ({ table }) => table as string)].map(([table, columns]) => [
      table,
      columns.map(column => toColumn(column as { name: string; type: string })),
    ]),
  )
  const tablesIn = (statements: readonly string[]) =>
    [...tables.keys()].filter(table => statements.some(statement => new RegExp(`\\b${table}\\b`).test(statement)))
  await query(
    url,
    `CREATE SCHEMA kept; ${[...tables.keys()].map(table => `CREATE TABLE kept.${table} AS TABLE ${table}`).join(';')}`,
  )
  return {
    db: url,
    tables: async () => tables,
    rows: async table =>
      (await query(url, `SELECT * FROM kept.${table}`)).map(row =>
        Object.fromEntries(
          (tables.get(table) ?? []).map(({ name, type }) => {
            const value = row[name] as Value
            return [name, value !== null && (type === 'whole' || type === 'real') ? Number(value) : value]
          }),
        ),
      ),
    tamper: async (statements, look) => {
      await query(url, `${free} ${statements.join(';')}`)
      try {
        await look()
      } finally {
        // Nothing else can have changed: there is no trigger and no key that leads on.
        const restored = tablesIn(statements).map(
          table => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept.${table}`,
        )
        if (restored.length > 0) await query(url, `${free} BEGIN; ${restored.join(';')}; COMMIT`)
      }
    },
  }
}

function toColumn({ name, type }: { readonly name: string; readonly type: string }): Column {
  const known = {
    TEXT: 'text',
    INTEGER: 'whole',
    REAL: 'real',
    text: 'text',
    integer: 'whole',
    bigint: 'whole',
  } as const
  const other = type === 'tsvector' ? 'words' : 'real'
  return { name, type: known[type as keyof typeof known] ?? other }
}

export function literal(value: Value): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/** A condition that holds for this row alone. */
export function isRow(row: Row): string {
  return Object.entries(row)
    .map(([name, value]) => (value === null ? `"${name}" IS NULL` : `"${name}" = ${literal(value)}`))
    .join(' AND ')
}
