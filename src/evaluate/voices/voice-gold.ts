import type { Span } from '../../domain/span.ts'
import type { Gender, SourceType, VoiceFunction } from '../../domain/voice-labels.ts'

/** What an article says of one of its voices, as people read it. Spans in Unicode code points. */
export interface GoldVoice extends Span {
  readonly id: number
  /** The word that stands for who speaks ("Lee" in "Ann Lee, the mayor of Hull,"). */
  readonly head: Span
  /** False for a body or a document, of which role and affiliation are not asked. */
  readonly people: boolean
  readonly type: SourceType
  readonly function: VoiceFunction
  readonly gender: Gender
  /** What tells the gender: words of the article, or a first name alone. Null where it is unknown. */
  readonly genderBy: 'text' | 'name' | null
  /** Words that say what they are: each by itself is right. None where the article does not say it. */
  readonly role: readonly Span[]
  /** As `role`, for the body that they belong to. */
  readonly affiliation: readonly Span[]
}

/** An article with gold for some of its voices. */
export interface VoicedArticle {
  readonly name: string
  readonly text: string
  readonly voices: readonly GoldVoice[]
}
