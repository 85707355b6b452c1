import { findPeopleDecisions } from '../store/queries/said-of-voices.ts'
import {
  countVoices,
  findCorrectedVoices,
  findLastSource,
  findReasonFacts,
  findVoicedArticles,
  findVoiceFacts,
  type LabelParts,
  type ReasonFact,
  type VoiceFilter,
} from '../store/queries/voice-facts.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { ColumnsBuilder, toCodes, type VoiceCodes } from './columns-builder.ts'
import type { VoiceColumns } from './voice-columns.ts'

export type { VoiceFilter } from '../store/queries/voice-facts.ts'

/** Rows that are read at a time: few enough to be gone again before the next ones come. */
const PORTION = 4_000
const SOURCES = 100_000

/**
 * Reads all voices of a database, or of one article, into columns: the same of the same articles in every store. Corrections
 * count, as `v_voice` has them: a rejected claim is nobody's, one that was given to another source is that one's, and what people
 * say of a voice stands in the place of what was judged. Who is the same person as who is as they say it, too.
 */
export async function loadVoices(database: StoreDatabase, filter: VoiceFilter = {}): Promise<VoiceColumns> {
  const articles = await findVoicedArticles(database, filter)
  const corrected = new Map((await findCorrectedVoices(database, filter)).map(voice => [voice.rowid, voice]))
  const reasons = await loadReasons(database, filter)
  const builder = new ColumnsBuilder(articles, await countVoices(database))
  const codes = new Map<string, VoiceCodes>()
  for (let after = 0; ; ) {
    const facts = await findVoiceFacts(database, filter, after, PORTION)
    if (facts.length === 0) break
    for (const fact of facts) {
      after = fact.rowid
      const now = corrected.get(fact.rowid)
      const reason = reasons.get(fact.rowid)?.reason ?? null
      if (now !== undefined) builder.add(fact.article_rowid, now, toCodes(now), reason)
      else {
        const own = codes.get(fact.labels) ?? toCodes(readLabels(fact.labels))
        codes.set(fact.labels, own)
        builder.add(fact.article_rowid, fact, own, reason)
      }
    }
  }
  return builder.build(await findPeopleDecisions(database))
}

function readLabels(labels: string): LabelParts {
  const [kind, naming, gender, source_type, of, affiliation, first, last] = labels.split(' ')
  return {
    kind: kind as LabelParts['kind'],
    naming: naming as LabelParts['naming'],
    gender: gender as LabelParts['gender'],
    source_type: source_type as LabelParts['source_type'],
    function: of as LabelParts['function'],
    has_affiliation: Number(affiliation),
    first_voice: Number(first),
    last_voice: Number(last),
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
  }
  return reasons
}

function comesBefore(a: ReasonFact, b: ReasonFact): boolean {
  return a.start < b.start || (a.start === b.start && a.claim_id < b.claim_id)
}
