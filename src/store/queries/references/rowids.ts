import type { StoreDatabase } from '../../schema.ts'

/** The `rowid` of the article, or voice, of an id; null where there is none. */
export async function findRowid(
  database: StoreDatabase,
  table: 'article' | 'voice',
  id: string,
): Promise<number | null> {
  const row = await database.selectFrom(table).select('rowid').where('id', '=', id).executeTakeFirst()
  return row?.rowid ?? null
}

/** The id of the entity of a `rowid`; null where there is none. */
export async function findEntityId(database: StoreDatabase, rowid: number): Promise<string | null> {
  const row = await database.selectFrom('entity').select('id').where('rowid', '=', rowid).executeTakeFirst()
  return row?.id ?? null
}
