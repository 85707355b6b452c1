import { sql } from 'kysely'
import { findSchema } from '../queries/schema-names.ts'
import type { StoreDatabase } from '../schema.ts'

/** The tables that claims and what belongs to them are kept in, and the schema in which they lie. */
export interface OwnTables {
  readonly schema: string
  readonly tables: ReadonlySet<string>
}

export async function findOwnTables(database: StoreDatabase): Promise<OwnTables> {
  const { rows } = await sql<{ name: string }>`
    select nspname::text as name from pg_namespace
    where oid = (select relnamespace from pg_class where oid = 'article'::regclass)`.execute(database)
  const tables = (await findSchema(database)).filter(({ type }) => type === 'table').map(({ name }) => name)
  return { schema: rows[0]?.name ?? '', tables: new Set(tables) }
}
