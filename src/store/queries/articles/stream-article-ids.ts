import type { StoreDatabase } from '../../schema.ts'

/** An article's place in the order of all exports. */
export interface ArticleKey {
  readonly uri: string
  readonly id: string
}

const ARTICLES_A_PAGE = 1_000

/** Every article's key, by URI and then by id, however many there are. */
export async function* streamArticleIds(database: StoreDatabase): AsyncGenerator<ArticleKey> {
  let after: ArticleKey | null = null
  do {
    const page: ArticleKey[] = await selectArticlesAfter(database, after)
      .select(['uri', 'id'])
      .limit(ARTICLES_A_PAGE)
      .execute()
    yield* page
    after = page.at(-1) ?? null
  } while (after !== null)
}

export async function countArticles(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('article')
    .select(query => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Articles in that order, from the one behind `after`, or from the first. */
export function selectArticlesAfter(database: StoreDatabase, after: ArticleKey | null) {
  const articles = database.selectFrom('article').orderBy('uri').orderBy('id')
  if (after === null) return articles
  return articles.where(({ eb, refTuple, tuple }) => eb(refTuple('uri', 'id'), '>', tuple(after.uri, after.id)))
}
