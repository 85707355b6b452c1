import type { Span } from '../../domain/span.ts'
import type { ReplyKind } from './find-answers.ts'
import type { Replier } from './parties/speakers.ts'

/** A claim that accuses somebody. Offsets in code points. */
export interface Accusation {
  /** The claim’s id, or what words go by that are no claim’s. */
  readonly claimId: string
  /** Where its cue stands. */
  readonly span: Span
  /** The words for who is accused. */
  readonly accused: Span & { readonly text: string }
  /** The accused’s name, where the article gives one. */
  readonly name: string | null
  /** Number of the mentions' chain that these words belong to. */
  readonly chain: number | null
  readonly rule: string
  readonly reason: string
}

/** A claim that answers an accusation. */
export interface Reply {
  readonly accusationId: string
  readonly replyId: string
  readonly kind: ReplyKind
  readonly replier: Replier
  /** Where its cue stands, in code points; `replyId` names no claim where the words are none’s. */
  readonly span: Span
  readonly rule: string
  readonly reason: string
}

export interface ArticleReplies {
  /** In the order of the text. */
  readonly accusations: readonly Accusation[]
  readonly replies: readonly Reply[]
}
