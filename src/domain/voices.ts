import type { Grounded } from './grounded.ts'
import type { Naming, SourceKind } from './labels.ts'
import type { Span } from './span.ts'
import type { Gender, SourceType, VoiceField, VoiceFunction } from './voice-labels.ts'

/** What a field of a voice rests on. */
export interface VoiceEvidence {
  readonly field: VoiceField
  /** What it speaks for; it stands beside others that speak for something else. */
  readonly value: string
  /** The words that say it, or null where a list says it (a first name). */
  readonly span: Span | null
  /** Rule id. */
  readonly rule: string
  /** In words. */
  readonly reason: string
}

/** A label with how likely it is right, in [0, 1]; 0 where it is `unknown`. */
export interface Judged<Label extends string> {
  readonly value: Label
  readonly confidence: number
}

/** An attribution that a voice is the source of. */
export interface VoicedAttribution {
  readonly attribution: number
  /** Words of its content that stand in quotation marks. */
  readonly quotedWords: number
}

/** Somebody or something that speaks in the article, or a person whom it names, whether quoted or not. */
export interface Voice {
  /** The fullest name in the article, or null. */
  readonly name: string | null
  readonly kind: SourceKind
  readonly naming: Naming
  /** The first full mention: the fullest name, or the words of the source. */
  readonly first: Span
  /** Index into the sources layer's `chains`, or null for who has no name. */
  readonly chain: number | null
  /** Indexes of the sources that mean it, ascending; none for who is not quoted. */
  readonly sources: readonly number[]
  readonly role: Grounded<string> | null
  readonly affiliation: Grounded<string> | null
  readonly gender: Judged<Gender>
  readonly type: Judged<SourceType>
  readonly function: Judged<VoiceFunction>
  readonly evidence: readonly VoiceEvidence[]
  /** In text order of the attributions' cues. */
  readonly attributions: readonly VoicedAttribution[]
}

export interface VoicesLayer {
  /** In the order of their first mentions. */
  readonly voices: readonly Voice[]
}
