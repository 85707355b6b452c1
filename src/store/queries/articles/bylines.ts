import type { StoreDatabase } from '../../schema.ts'

/** The byline of the article of each of these claims, by the article's id. */
export async function findBylines(
  database: StoreDatabase,
  claims: readonly { readonly article_id: string }[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set(claims.map(({ article_id }) => article_id))]
  if (ids.length === 0) return new Map()
  const rows = await database.selectFrom('article').select(['id', 'byline']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, byline }) => [id, byline]))
}
