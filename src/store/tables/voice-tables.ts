import type { RowOf } from '../../catalogue/column.ts'
import type { VOICE, VOICE_CLAIM, VOICE_EVIDENCE } from '../../catalogue/voice.ts'
import type { Naming, SourceKind } from '../../domain/labels.ts'
import type { Gender, SourceType, VoiceFunction } from '../../domain/voice-labels.ts'
import type { Appearance } from './shared-columns.ts'

/* Rows of the tables and views of voices, as every store holds them; `schema.ts` says how to read them. */

/** Whoever is the source of a claim, and every person whom the article names. */
export type VoiceTable = RowOf<typeof VOICE>
/** What a field of a voice rests on; what speaks for something else stands beside it. */
export type VoiceEvidenceTable = RowOf<typeof VOICE_EVIDENCE>
/** Whose each claim is, whatever its act; none where the text gives no source. */
export type VoiceClaimTable = RowOf<typeof VOICE_CLAIM>

/** A voice in its article, after all corrections: a rejected claim is nobody's, a corrected one that of whom it was given to. */
export interface VoiceView extends Appearance {
  article_id: string
  article_uri: string
  section: string | null
  byline: string | null
  voice_id: string
  name: string | null
  kind: SourceKind
  naming: Naming
  /** The words of the first full mention, which is at `start` and `end`. */
  mention: string
  start: number
  end: number
  mentions: number
  entity_id: string | null
  role: string | null
  affiliation: string | null
  gender: Gender
  gender_confidence: number
  /** What each piece of evidence speaks for, with its words or, where it has none, its reason: `woman: she; woman: Ms`. */
  gender_evidence: string | null
  source_type: SourceType
  source_type_confidence: number
  function: VoiceFunction
  function_confidence: number
  /** Those whose act is listed (see `listedActs`). */
  claims: number
  /** Words of these that stand in quotation marks. */
  quoted_words: number
  /** Whether the article's first listed claim that has a voice is its own. */
  first_voice: number
  last_voice: number
  /** For anonymity, where it has no name and the article tells one. */
  reason: string | null
  /** Of the last that people said of it and did not take back. */
  corrected_by: string | null
  corrected_at: string | null
  note: string | null
  /** As the machine judged it, where people may say something else now. */
  machine_role: string | null
  machine_affiliation: string | null
  machine_gender: Gender
  machine_source_type: SourceType
  machine_function: VoiceFunction
}

/** The same of every person whom an article names, whether quoted or not. */
export type PersonView = VoiceView
