import type { ArchivedClaim } from './archive.ts'
import type { Comparison } from './comparing/compare.ts'
import type { ExactPlace } from './comparing/find-in-texts.ts'
import type { SpeakerAgreement } from './quotation-check.ts'
import type { QuotedWords } from './text/quoted-words.ts'

/** What was found of a quotation, before it is judged. */
export interface Found {
  readonly quotation: QuotedWords
  readonly exact: readonly ExactPlace[]
  /** The words that nobody is quoted with, in texts. */
  readonly unquoted: readonly ExactPlace[]
  /** Made from the passages together; null where nothing was near or it is there word for word. */
  readonly together: Comparison | null
  /** Made from one passage each, nearest first. */
  readonly alone: readonly Comparison[]
  readonly speakerOf: (claim: ArchivedClaim | null) => SpeakerAgreement
  readonly isComplete: boolean
  readonly hasAllSpeakers: boolean
  readonly isSpoken: boolean
  readonly texts: 'all' | 'near'
}
