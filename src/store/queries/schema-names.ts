import { sql } from 'kysely'
import type { StoreDatabase } from '../schema.ts'

/** A table or view with the names of its columns. */
export interface SchemaItem {
  readonly name: string
  readonly type: 'table' | 'view'
  readonly columns: readonly string[]
}

/** What a query may ask of: views first, then tables, without those that SQLite keeps for itself. */
export async function findSchema(database: StoreDatabase): Promise<SchemaItem[]> {
  const { rows } = await sql<{ name: string; type: 'table' | 'view'; column: string }>`
    select item.name, item.type, field.name as "column"
    from sqlite_schema as item, pragma_table_info(item.name) as field
    where item.type in ('table', 'view') and item.name not like 'sqlite\\_%' escape '\\'
      and item.name not like 'claim\\_search\\_%' escape '\\'
    order by item.type = 'table', item.name, field.cid`.execute(database)
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, columns]) => ({
    name,
    type: columns[0]?.type ?? 'table',
    columns: columns.map(({ column }) => column),
  }))
}
