import { isAmong } from '../../dialect/write-rows.ts'
import type { StoreDatabase } from '../../schema.ts'

/** An article as those know it who go through all of them. */
export interface ListedArticle {
  readonly rowid: number
  readonly id: string
  readonly uri: string
  readonly publisher: string | null
}

/** All articles in the order of their numbers, so many at once, so that no more than these are held. */
export async function* streamArticlePages(
  database: StoreDatabase,
  articlesAPage: number,
): AsyncGenerator<readonly ListedArticle[], void> {
  for (let after: number | null = null; ; ) {
    const page: readonly ListedArticle[] = await readPage(database, after, articlesAPage)
    after = page.at(-1)?.rowid ?? null
    if (after === null) return
    yield page
  }
}

async function readPage(database: StoreDatabase, after: number | null, limit: number): Promise<ListedArticle[]> {
  const articles = database.selectFrom('article').select(['rowid', 'id', 'uri', 'publisher'])
  return await (after === null ? articles : articles.where('rowid', '>', after)).orderBy('rowid').limit(limit).execute()
}

/** The texts of these articles, by id. */
export async function readTexts(database: StoreDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('article')
    .select(['id', 'text'])
    .where(isAmong(database, 'id', ids))
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}
