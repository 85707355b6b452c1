import { sql } from 'kysely'
import { findSchema } from '../../queries/runs/schema-names.ts'
import type { StoreDatabase } from '../../schema.ts'

/** The tables that claims and what belongs to them are kept in, and the schema in which they lie. */
export interface OwnTables {
  readonly schema: string
  readonly tables: ReadonlySet<string>
  /** The same with the views. */
  readonly relations: ReadonlySet<string>
}

export async function findOwnTables(database: StoreDatabase): Promise<OwnTables> {
  const { rows } = await sql<{ name: string }>`
    select nspname::text as name from pg_namespace
    where oid = (select relnamespace from pg_class where oid = 'article'::regclass)`.execute(database)
  const items = await findSchema(database)
  const tables = items.filter(({ type }) => type === 'table')
  return {
    schema: rows[0]?.name ?? '',
    tables: new Set(tables.map(({ name }) => name)),
    relations: new Set(items.map(({ name }) => name)),
  }
}
