import { findOlderVersions } from '../../src/store/queries/across/older-versions.ts'
import { countUnvoicedArticles } from '../../src/store/queries/voices/unvoiced.ts'
import {
  countVoicesOfArticles,
  findCorrectedVoices,
  findLastSource,
  findReasonFacts,
  findVoicedArticles,
  findVoiceFacts,
} from '../../src/store/queries/voices/voice-facts.ts'
import { compareVoices } from '../../src/voices/compare-voices.ts'
import { loadVoices } from '../../src/voices/load-voices.ts'
import { measureGroups, measureVoices } from '../../src/voices/measure-voices.ts'
import { DIMENSIONS } from '../../src/voices/voice-selection.ts'
import type { Ask } from './twin.ts'

/** What the source audit asks: rows without their numbers, and all that is measured from them. */
export const AUDIT_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  countVoicesOfArticles: [
    async ({ database, id }) =>
      byText(
        (await countVoicesOfArticles(database, {})).map(({ article_rowid, voices }) => ({
          article: id('article', article_rowid),
          voices,
        })),
      ),
  ],
  countUnvoicedArticles: [({ database }) => countUnvoicedArticles(database)],
  findVoicedArticles: [
    async ({ database }) =>
      byText((await findVoicedArticles(database, {}, 0, 100_000)).map(({ rowid, ...article }) => article)),
  ],
  findVoiceFacts: [
    async ({ database, id }) =>
      byText(
        (await findVoiceFacts(database, {}, 0, 100_000)).map(({ rowid, article_rowid, ...voice }) => ({
          ...voice,
          article: id('article', article_rowid),
        })),
      ),
    async ({ database }) => measureVoices(await loadVoices(database), {}, { breakdowns: DIMENSIONS }),
    async ({ database }) => [...measureGroups(await loadVoices(database), {}, ['outlet', 'month'])],
    async ({ database, ids }) => measureVoices(await loadVoices(database, { article: ids.article[3] })),
    async ({ database }) =>
      compareVoices(await loadVoices(database), { a: { before: 1_777_000_000_000 }, b: { from: 1_777_000_000_000 } }),
  ],
  findOlderVersions: [async ({ database }) => (await findOlderVersions(database)).map(({ id }) => id).toSorted()],
  findCorrectedVoices: [
    async ({ database }) => byText((await findCorrectedVoices(database, {})).map(({ rowid, ...voice }) => voice)),
  ],
  findLastSource: [async ({ database }) => (await findLastSource(database)) > 0],
  findReasonFacts: [
    async ({ database }) =>
      byText((await findReasonFacts(database, {}, 0, 100_000)).map(({ voice_rowid, ...fact }) => fact)),
  ],
}

/** In an order of their own: that of `rowid`s depends on that of writing. */
function byText(rows: readonly object[]): string[] {
  return rows.map(row => JSON.stringify(row)).toSorted()
}
