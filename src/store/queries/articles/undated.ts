import type { StoreDatabase } from '../../schema.ts'

/** How many articles have no date that could be read: those that `since` leaves out of every listing. */
export async function countUndatedArticles(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('article')
    .select(query => query.fn.countAll<number>().as('count'))
    .where('published_utc', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
