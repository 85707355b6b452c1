import { readAccusationsIn } from '../../src/store/queries/across/accusations-in-articles.ts'
import { findRepliesIn } from '../../src/store/queries/across/replies.ts'
import { readVersionEdits } from '../../src/store/queries/across/version-edits.ts'
import { findBylines } from '../../src/store/queries/articles/bylines.ts'
import { findStoredArticles } from '../../src/store/queries/articles/stored-articles.ts'
import { findClaims } from '../../src/store/queries/claims.ts'
import { findArticleWords } from '../../src/store/queries/search/index-facts.ts'
import { readArticlesWithClaims } from '../../src/store/queries/stream-articles-with-claims.ts'
import type { Ask, Twin } from './twin.ts'

const rowids = ({ ids, rowid }: Twin) => ids.article.map(id => rowid('article', id))

/** What the site's pages of articles ask, without numbers of rows. */
export const SITE_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findArticleWords: [
    async twin => withIds(twin, await findArticleWords(twin.database, 0, 10_000)),
    async twin => withIds(twin, await findArticleWords(twin.database, Math.min(...rowids(twin)), 3)),
  ],
  findBylines: [async ({ database }) => [...(await findBylines(database, await findClaims(database)))].toSorted()],
  findStoredArticles: [
    async ({ database, ids }) =>
      [...(await findStoredArticles(database, [...ids.article.slice(0, 3), 'none']))].toSorted(),
    ({ database }) => findStoredArticles(database, []),
  ],
  readArticlesWithClaims: [
    async twin => withIds(twin, (await readArticlesWithClaims(twin.database, rowids(twin))).toSorted(byId)),
    ({ database }) => readArticlesWithClaims(database, []),
  ],
  readVersionEdits: [
    async twin =>
      [...(await readVersionEdits(twin.database, rowids(twin)))]
        .map(([rowid, edits]) => ({ id: twin.id('article', rowid), edits }))
        .toSorted(byId),
    ({ database }) => readVersionEdits(database, []),
  ],
  readAccusationsIn: [
    async twin => {
      const articles = await twin.database.selectFrom('article').select(['rowid', 'text']).orderBy('id').execute()
      return [...(await readAccusationsIn(twin.database, articles))]
        .map(([rowid, accusations]) => ({ id: twin.id('article', rowid), accusations }))
        .toSorted(byId)
    },
  ],
  findRepliesIn: [
    async ({ database, ids }) => {
      const found: unknown[] = []
      for (const id of ids.article) found.push([...(await findRepliesIn(database, id))].toSorted())
      return found.flat()
    },
    async ({ database }) => [...(await findRepliesIn(database, 'nobody'))],
  ],
}

function withIds<Row extends { readonly rowid: number }>({ id }: Twin, rows: readonly Row[]) {
  return rows.map(({ rowid, ...row }) => ({ ...row, id: id('article', rowid) }))
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
