import type { StoreDatabase } from '../../schema.ts'

/** Those of the ids under which an article is stored. */
export async function findStoredArticles(
  database: StoreDatabase,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database.selectFrom('article').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
