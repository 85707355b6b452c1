import type { StoreDatabase } from '../../schema.ts'

/** How many articles nobody has looked for voices in: those that were analysed before voices were kept. */
export async function countUnvoicedArticles(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('article')
    .select(query => query.fn.countAll<number>().as('count'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('done')
            .select('done.article_rowid')
            .whereRef('done.article_rowid', '=', 'article.rowid')
            .where('done.stage', '=', 'voices'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return count
}
