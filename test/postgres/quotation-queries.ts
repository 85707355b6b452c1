import { countHolding, findContents, findHolding, findSourcesOf } from '../../src/store/queries/search/near-contents.ts'
import { searchGivenContents } from '../../src/store/queries/search/search-contents.ts'
import { findTexts, findTextsHolding } from '../../src/store/queries/search/texts-holding.ts'
import { FAMILY_QUERIES } from './family-queries.ts'
import type { Ask, Twin } from './twin.ts'

const claims = ({ ids, rowid }: Twin) => ids.claim.map(id => rowid('claim', id))

/** What is asked of the queries that quotations are looked for by. */
export const QUOTATION_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  ...FAMILY_QUERIES,
  // How many hold a word only SQLite counts.
  countHolding: [
    async ({ database }) => [...(await countHolding(database, ['rents', 'the', 'zephyr'], 5)).keys()].toSorted(),
  ],
  findHolding: [['rents', 'rose'], ['the'], ['nobody', 'zephyr'], []].map(
    (words): Ask =>
      async ({ database, id }) =>
        (await findHolding(database, words, 5_000)).map(rowid => id('claim', rowid)).toSorted(),
  ),
  searchGivenContents: ['the', 'rents', 'zephyr'].map(
    (search): Ask =>
      async ({ database, id }) =>
        (await searchGivenContents(database, search)).map(rowid => id('claim', rowid)).toSorted(),
  ),
  findContents: [
    async twin =>
      [...(await findContents(twin.database, claims(twin)))]
        .map(([rowid, content]) => [twin.id('claim', rowid), content])
        .toSorted(),
  ],
  findSourcesOf: [
    async twin =>
      (await findSourcesOf(twin.database, claims(twin)))
        .map(({ rowid, ...row }) => JSON.stringify([twin.id('claim', rowid), row]))
        .toSorted(),
  ],
  findTextsHolding: [['ferry'], ['RENTS', 'rose'], ['zephyr'], ['%'], ['_']].map(
    (words): Ask =>
      ({ database }) =>
        findTextsHolding(database, words, 1_000),
  ),
  findTexts: [
    ({ database, ids }) => findTexts(database, ids.article.slice(0, 9)),
    ({ database }) => findTexts(database, []),
  ],
}
