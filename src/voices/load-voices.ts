import { setImmediate } from 'node:timers/promises'
import { findOlderVersions } from '../store/queries/across/older-versions.ts'
import { findPeopleDecisions } from '../store/queries/voices/said-of-voices.ts'
import {
  countVoicesOfArticles,
  findCorrectedVoices,
  findLastSource,
  findReasonFacts,
  findVoicedArticles,
  findVoiceFacts,
  type ReasonFact,
  type VoiceFilter,
} from '../store/queries/voices/voice-facts.ts'
import { readLabelCode, type VoiceDigits } from '../store/rows/voice-label-code.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { ArticleColumnsBuilder } from './columns/article-columns-builder.ts'
import { ColumnsBuilder, toDigits } from './columns/columns-builder.ts'
import type { ArticleColumns, VoiceColumns } from './columns/voice-columns.ts'

export type { VoiceFilter } from '../store/queries/voices/voice-facts.ts'

/** Rows that are read at a time: few enough to be gone again before the next ones come. */
const PORTION = 4_000
const SOURCES = 100_000

/**
 * Reads all voices of a database, or of one article, into columns: the same of the same articles in every store. Corrections
 * count, as `v_voice` has them: a rejected claim is nobody's, one that was given to another source is that one's, and what people
 * say of a voice stands in the place of what was judged. Who is the same person as who is as they say it, too.
 *
 * Between portions whatever else the process has to do gets its turn: SQLite answers at once, and would let a site wait.
 */
export async function loadVoices(database: StoreDatabase, filter: VoiceFilter = {}): Promise<VoiceColumns> {
  const articles = await loadArticles(database, filter)
  const corrected = new Map((await findCorrectedVoices(database, filter)).map(voice => [voice.rowid, voice]))
  const reasons = await loadReasons(database, filter)
  const builder = new ColumnsBuilder(articles, await countVoicesOfArticles(database, filter))
  /** Most voices share their labels with thousands of others. */
  const known: (VoiceDigits | undefined)[] = []
  for (let after = 0; ; ) {
    const facts = await findVoiceFacts(database, filter, after, PORTION)
    if (facts.length === 0) break
    for (const fact of facts) {
      after = fact.rowid
      const now = corrected.get(fact.rowid)
      const reason = reasons.get(fact.rowid)?.reason ?? null
      if (now !== undefined) builder.add(fact.article_rowid, now, toDigits(now), reason)
      else {
        known[fact.labels] ??= readLabelCode(fact.labels)
        builder.add(fact.article_rowid, fact, known[fact.labels] as VoiceDigits, reason)
      }
    }
    await setImmediate()
  }
  return builder.build(await findPeopleDecisions(database))
}

async function loadArticles(database: StoreDatabase, filter: VoiceFilter): Promise<ArticleColumns> {
  const builder = new ArticleColumnsBuilder()
  for (let after = 0; ; ) {
    const articles = await findVoicedArticles(database, filter, after, PORTION)
    // Which versions there are besides says nothing of who speaks in the one that is asked for.
    if (articles.length === 0) {
      const older = filter.article === undefined ? await findOlderVersions(database) : []
      return builder.build(new Set(older.map(({ rowid }) => rowid)))
    }
    for (const article of articles) builder.add(article)
    after = articles.at(-1)?.rowid ?? after
    await setImmediate()
  }
}

/** The reason that goes with the first claim of each voice that has any. */
async function loadReasons(database: StoreDatabase, filter: VoiceFilter): Promise<ReadonlyMap<number, ReasonFact>> {
  const reasons = new Map<number, ReasonFact>()
  const last = await findLastSource(database)
  for (let after = 0; after < last; after += SOURCES) {
    for (const fact of await findReasonFacts(database, filter, after, Math.min(last, after + SOURCES))) {
      const known = reasons.get(fact.voice_rowid)
      if (known === undefined || comesBefore(fact, known)) reasons.set(fact.voice_rowid, fact)
    }
    await setImmediate()
  }
  return reasons
}

function comesBefore(a: ReasonFact, b: ReasonFact): boolean {
  return a.start < b.start || (a.start === b.start && a.claim_id < b.claim_id)
}
