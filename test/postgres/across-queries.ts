import {
  type ChangedPair,
  findRepliesElsewhere,
  readAccusationPage,
  readChangedPairs,
  readChangesOfPair,
  readFamilyPage,
} from '../../src/store/queries/across/pages-across.ts'
import { readTexts, streamArticlePages } from '../../src/store/queries/articles/article-pages.ts'
import { findNamesOfClaims } from '../../src/store/queries/claims/names-of-claims.ts'
import { findRelays } from '../../src/store/queries/claims/relays.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'
import { collect } from '../support/collect.ts'
import type { Ask } from './twin.ts'

const ALL = 10_000

/** Every pair of versions, two at a time. */
async function readAllPairs(database: StoreDatabase): Promise<ChangedPair[]> {
  const all: ChangedPair[] = []
  for (;;) {
    const page = await readChangedPairs(database, all.at(-1) ?? null, 2)
    if (page.length === 0) return all
    all.push(...page)
  }
}

/** What is asked of all articles, and of what was found across them. */
export const ACROSS_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  readAccusationPage: [
    ({ database }) => readAccusationPage(database, '', ALL),
    async ({ database }) => {
      const { accusations } = await readAccusationPage(database, '', 1)
      return await readAccusationPage(database, accusations[0]?.claim_id ?? '', 1)
    },
  ],
  readFamilyPage: [
    async ({ database }) => {
      const { families, members } = await readFamilyPage(database, '', ALL)
      return { families: families.map(({ rowid, ...family }) => family), members }
    },
    async ({ database }) => (await readFamilyPage(database, '8', 2)).members,
  ],
  readChangedPairs: [({ database }) => readAllPairs(database)],
  readChangesOfPair: [
    async ({ database }) => {
      const pairs = await readAllPairs(database)
      return await Promise.all(pairs.map(pair => readChangesOfPair(database, pair)))
    },
  ],
  findRepliesElsewhere: [({ database }) => findRepliesElsewhere(database)],
  streamArticlePages: [
    async ({ database }) => {
      const pages = await collect(streamArticlePages(database, 7))
      const articles = pages.flat().map(({ rowid, ...article }) => JSON.stringify(article))
      return { sizes: pages.map(({ length }) => length), articles: articles.toSorted() }
    },
  ],
  readTexts: [({ database, ids }) => readTexts(database, ids.article.slice(0, 5))],
  findNamesOfClaims: [({ database, ids }) => findNamesOfClaims(database, ids.claim)],
  findRelays: [({ database, ids }) => findRelays(database, ids.claim)],
}
