import { findClaimsByIds } from '../../src/store/queries/claims/corrected-claims.ts'
import { findFormers } from '../../src/store/queries/claims/formers.ts'
import { findStandingSpansIn, findStandingSpansOf } from '../../src/store/queries/claims/standing-spans.ts'
import { findEntries, findEntriesOfArticle, readCorrectedRecord } from '../../src/store/queries/corrected-record.ts'
import { findSuccessors } from '../../src/store/queries/corrections/successors.ts'
import { findAddedFacts, findCorrectedFacts } from '../../src/store/queries/search/index-facts.ts'
import type { Ask, Twin } from './twin.ts'

const ofArticles =
  (ask: (twin: Twin, id: string) => Promise<unknown>): Ask =>
  async twin =>
    await Promise.all(twin.ids.article.map(id => ask(twin, id)))

/** A map's entries, in an order of their own. */
function inOrder(found: ReadonlyMap<string, unknown>): unknown[] {
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Queries of the ledger of corrections, and of what stands after it. */
export const CORRECTION_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findClaimsByIds: [({ database, ids }) => findClaimsByIds(database, ids.claim)],
  findEntries: [({ database, ids }) => findEntries(database, ids.claim)],
  findEntriesOfArticle: [ofArticles(({ database }, id) => findEntriesOfArticle(database, id))],
  readCorrectedRecord: [ofArticles(({ database }, id) => readCorrectedRecord(database, id))],
  findFormers: [async ({ database, ids }) => inOrder(await findFormers(database, ids.claim))],
  findStandingSpansIn: [async ({ database, ids }) => inOrder(await findStandingSpansIn(database, ids.article))],
  findStandingSpansOf: [async ({ database, ids }) => inOrder(await findStandingSpansOf(database, ids.claim))],
  findSuccessors: [async ({ database }) => inOrder(await findSuccessors(database))],
  findAddedFacts: [async ({ database }) => (await findAddedFacts(database)).map(({ start }) => start)],
  // The order is that of numbers which each store gives out for itself.
  findCorrectedFacts: [
    async ({ database }) =>
      (await findCorrectedFacts(database))
        .map(({ rowid: _, given_rowid, ...fact }) => ({ ...fact, isGiven: given_rowid !== null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  ],
}
