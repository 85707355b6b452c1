import { sql } from 'kysely'
import { ARTICLE_TABLES, type ArticleRows } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import type { StoreDatabase } from '../schema.ts'
import { selectArticleRows } from './sealed-sql.ts'

/**
 * The rows of one article as they stand there, in the form in which they are sealed.
 *
 * @throws Error when there is no such article
 */
export async function readArticleRows(database: StoreDatabase, articleId: string): Promise<ArticleRows> {
  return await database.transaction().execute(async snapshot => {
    const { rowid } = await snapshot
      .selectFrom('article')
      .select('rowid')
      .where('id', '=', articleId)
      .executeTakeFirstOrThrow(() => new Error(`no article ${articleId}`))
    const queries = selectArticleRows(article => `${article} = ${Number(rowid)}`)
    const rows: [string, Cell[][]][] = []
    for (const { name } of ARTICLE_TABLES) {
      const found = await sql.raw<Readonly<Record<string, Cell>>>(queries[name]).execute(snapshot)
      // Before the cells stands the article's number.
      rows.push([name, found.rows.map(row => Object.values(row).slice(1))])
    }
    return Object.fromEntries(rows) as unknown as ArticleRows
  })
}
