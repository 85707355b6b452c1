import {
  findArticleRow,
  findArticleRows,
  findArticlesSaying,
  findNewestArticles,
} from '../../src/store/queries/articles/article-rows.ts'
import { findClaimIds } from '../../src/store/queries/claims/claims-by-rowid.ts'
import { readDatabaseFigures } from '../../src/store/queries/runs/database-figures.ts'
import { findClaimsOfArticles } from '../../src/store/queries/stream-claims.ts'
import type { Ask, Numbered, Twin } from './twin.ts'

const numbersOf = ({ ids, rowid }: Twin, table: Numbered) => ids[table].map(id => rowid(table, id))

/** What is asked of the queries behind the API, its feed and its figures. */
export const API_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findArticleRows: [
    async twin => (await findArticleRows(twin.database, numbersOf(twin, 'article'))).map(({ rowid, ...row }) => row),
    ({ database }) => findArticleRows(database, []),
  ],
  findArticleRow: [
    async ({ database, ids }) => (await findArticleRow(database, ids.article[2] ?? ''))?.uri,
    ({ database }) => findArticleRow(database, 'none'),
  ],
  findArticlesSaying: ['talks', 'TALKS', 'r', '%', '_', '\\', "'"].map(
    (words): Ask =>
      async ({ database, id }) =>
        (await findArticlesSaying(database, words)).map(rowid => id('article', rowid)).toSorted(),
  ),
  findNewestArticles: [
    async ({ database }) => (await findNewestArticles(database, 1_000)).map(({ id }) => id).toSorted(),
  ],
  findClaimIds: [
    async twin => [...(await findClaimIds(twin.database, numbersOf(twin, 'claim'))).values()].toSorted(),
    async ({ database }) => [...(await findClaimIds(database, []))],
  ],
  findClaimsOfArticles: [
    async twin => await findClaimsOfArticles(twin.database, numbersOf(twin, 'article')),
    ({ database }) => findClaimsOfArticles(database, []),
  ],
  // How large a store is differs.
  readDatabaseFigures: [
    async ({ database }) => {
      const { deadLetters, queued, bytes } = await readDatabaseFigures(database)
      return { deadLetters, queued, isLarge: bytes > 10_000 }
    },
  ],
}
