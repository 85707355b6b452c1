import type { Article } from '../../../domain/article.ts'
import { type StageInfo, toStageRow } from '../../../domain/stage.ts'
import type { StoreDatabase } from '../../schema.ts'
import { readArticle } from '../article-record.ts'
import { type ArticleKey, selectArticlesAfter } from '../articles/stream-article-ids.ts'

const KEYS_A_PAGE = 500
const COLUMNS = ['stage', 'version', 'engine', 'model'] as const

/**
 * Articles that other stages than these analysed (older ones, another engine, another model), by URI and then by id, with
 * their stored text. One that a newer stage of the same engine has seen is left alone: nothing is ever taken back to an
 * older version.
 *
 * Each is read when it is asked for, so memory stays flat, and what is written meanwhile is no obstacle.
 */
export async function* streamStaleArticles(
  database: StoreDatabase,
  stages: readonly StageInfo[],
): AsyncGenerator<Article> {
  let after: ArticleKey | null = null
  do {
    const page: ArticleKey[] = await selectStaleArticles(database, stages, after)
      .select(['uri', 'id'])
      .limit(KEYS_A_PAGE)
      .execute()
    for (const { id } of page) yield await readArticle(database, id)
    after = page.at(-1) ?? null
  } while (after !== null)
}

/** How many articles `streamStaleArticles` would give now. */
export async function countStaleArticles(database: StoreDatabase, stages: readonly StageInfo[]): Promise<number> {
  const { count } = await selectStaleArticles(database, stages, null)
    .clearOrderBy()
    .select(query => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function selectStaleArticles(database: StoreDatabase, stages: readonly StageInfo[], after: ArticleKey | null) {
  return selectArticlesAfter(database, after)
    .where(({ or, eb, selectFrom }) => {
      const done = selectFrom('done').whereRef('done.article_rowid', '=', 'article.rowid')
      const same = done.where(({ or, and, eb }) =>
        or(stages.map(toStageRow).map(row => and(COLUMNS.map(column => eb(column, '=', row[column]))))),
      )
      const count = (rows: typeof done) => rows.select(query => query.fn.countAll<number>().as('stages'))
      return or([eb(count(done), '<>', stages.length), eb(count(same), '<>', stages.length)])
    })
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('done')
            .select('stage')
            .whereRef('done.article_rowid', '=', 'article.rowid')
            .where(({ or, and, eb }) =>
              or(
                stages
                  .map(toStageRow)
                  .map(({ stage, version, engine }) =>
                    and([eb('stage', '=', stage), eb('engine', '=', engine), eb('version', '>', version)]),
                  ),
              ),
            ),
        ),
      ),
    )
}
