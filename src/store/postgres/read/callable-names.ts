import { sql } from 'kysely'
import type { StoreDatabase } from '../../schema.ts'

/**
 * What can be called on a value by its name alone, where `pg_catalog` is all that is on the search path: its functions that
 * take an argument, and its types, each of which converts. Functions of other schemas are out of reach there, and count all
 * the same, in case the search path is not what it should be.
 */
export async function findCallableNames(database: StoreDatabase): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select proname::text as name from pg_catalog.pg_proc where pronargs > 0
    union
    select typname::text from pg_catalog.pg_type where typnamespace = 'pg_catalog'::regnamespace`.execute(database)
  return new Set(rows.map(({ name }) => name))
}
