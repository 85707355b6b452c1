import type { Act, Naming, QuotationType } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'

/** One attribution to score or to score against. Spans in Unicode code points. */
export interface ScoredAttribution {
  /** The gold's number or the claim's id, so that a miss can be looked up. */
  readonly id?: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly act: Act | null
  readonly quotation: QuotationType | null
  readonly naming: Naming | null
  /** Resolved name of the source, where the gold gives one. */
  readonly entity: string | null
  /** False for attributions that a system may miss without loss. */
  readonly required: boolean
  /** Gold only; false for a claim that nobody judged: it counts neither for nor against a system. */
  readonly judged?: boolean
  /** Predictions only: in [0, 1], how sure the system is. */
  readonly confidence?: number
  /** Predictions only: whether it stands in the content of another. */
  readonly nested?: boolean
}

/** One article with its attributions, gold or predicted. */
export interface ScoredArticle {
  readonly name: string
  readonly text: string
  readonly attributions: readonly ScoredAttribution[]
  /** Gold only: passages that look like claims and are none (a programme's name in quotation marks, a heading). */
  readonly notClaims?: readonly Span[]
}
