import type { Article } from './article.ts'
import type { Act, MentionType, Naming, QuotationType, SourceKind, SpanRole } from './labels.ts'
import type { Evidence, Judged } from './layers.ts'
import type { SourceFacts } from './source-fields.ts'
import type { Span } from './span.ts'
import type { StageInfo } from './stage.ts'
import type { Gender, SourceType, VoiceField, VoiceFunction } from './voice-labels.ts'

/*
 * What one article becomes when all stages have run: plain data that crosses threads and goes to the store.
 * Every span here is in Unicode code points of `article.text`.
 */

export interface TextSpan extends Span {
  readonly text: string
}

export interface ClaimSpan extends TextSpan {
  readonly role: SpanRole
  /** Position among the spans of the same role, from 0, in text order. */
  readonly sequence: number
}

export interface GroundedField<Value> {
  readonly value: Value
  /** Where the text says it, or null when it was inferred. */
  readonly span: Span | null
}

/** One row a distinct source expression and article. */
export interface SourceRecord extends SourceFacts {
  /** Hash of article id and spans. */
  readonly id: string
  readonly spans: readonly TextSpan[]
  readonly naming: Naming
  readonly kind: SourceKind
  /** Id of the source in this article that it was resolved to, or null. */
  readonly antecedentId: string | null
  /** Id of the entity when the source is named, or null. */
  readonly entityId: string | null
  readonly evidence: readonly Evidence[]
}

export interface ClaimRecord {
  /** Hash of article id, cue spans and content spans. */
  readonly id: string
  readonly quotation: QuotationType
  readonly act: Act
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  readonly cueLemma: string
  /** The sentences that hold cue and content, so that a claim can be shown in context. */
  readonly context: Span
  readonly spans: readonly ClaimSpan[]
  /** Id of a source of the same article, or null when the text gives none (naming `unstated`). */
  readonly sourceId: string | null
  readonly parentId: string | null
  /** Id of the source that the claim's own source cites, or null. */
  readonly citedId: string | null
  /** Id of the source that passes on what the claim's own source said, or null. */
  readonly relayedById: string | null
  /** Id of a claim of the same article by a named source that says the same, or null. */
  readonly corroboratedById: string | null
  readonly evidence: readonly Evidence[]
}

export interface EntityRecord {
  /** Hash of kind and name. */
  readonly id: string
  readonly name: string
  readonly kind: SourceKind
}

export interface MentionRecord extends TextSpan {
  readonly type: MentionType
  /** The name inside the mention, or null when it is a pronoun. */
  readonly name: Span | null
  /** Mentions of one article with the same number mean the same; null when it is resolved to nobody. */
  readonly chain: number | null
  readonly entityId: string | null
}

export interface CandidateRecord extends TextSpan {
  readonly stage: string
  readonly rule: string
  readonly reason: string
}

export interface VoiceEvidenceRecord {
  readonly field: VoiceField
  readonly value: string
  readonly span: Span | null
  readonly rule: string
  readonly reason: string
}

/** A claim of a voice. */
export interface VoicedClaim {
  readonly claimId: string
  /** Words of its content that stand in quotation marks. */
  readonly quotedWords: number
}

/** One row a voice and article: who speaks in it, and every person whom it names. */
export interface VoiceRecord {
  /** Hash of article id and the span of its first full mention. */
  readonly id: string
  readonly name: string | null
  readonly kind: SourceKind
  readonly naming: Naming
  /** The first full mention. */
  readonly first: TextSpan
  /** Number of its mentions' chain (see `MentionRecord`), or null for who has no name. */
  readonly chain: number | null
  readonly entityId: string | null
  readonly role: GroundedField<string> | null
  readonly affiliation: GroundedField<string> | null
  readonly gender: Judged<Gender>
  readonly type: Judged<SourceType>
  readonly function: Judged<VoiceFunction>
  readonly evidence: readonly VoiceEvidenceRecord[]
  /** In text order of their cues; none for a person who is named and not quoted. */
  readonly claims: readonly VoicedClaim[]
}

export interface ArticleRecord {
  readonly article: Article
  readonly claims: readonly ClaimRecord[]
  readonly sources: readonly SourceRecord[]
  readonly voices: readonly VoiceRecord[]
  readonly entities: readonly EntityRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly candidates: readonly CandidateRecord[]
  /** Every stage that ran, in order. */
  readonly stages: readonly StageInfo[]
}
