import type { Act, Naming, QuotationType, SpanRole } from '../domain/labels.ts'

/** What offsets of a tool count: Unicode code points, UTF-16 units, or what readers take for one character. */
export const OFFSET_UNITS = ['code points', 'utf-16', 'graphemes'] as const
export type OffsetUnit = (typeof OFFSET_UNITS)[number]

/** Words that somebody marked, in the unit of their article. */
export interface ReturnedPart {
  readonly start: number
  readonly end: number
  /** The words that the file gives for it, where it gives any; spaces and line ends are not held against it. */
  readonly words: string | null
}

/** A claim as it comes back. A label that is not given is one that the tool has no place for, or that nobody chose. */
export interface ReturnedClaim {
  /** Where it stands in the file, for messages: `E3`, `annotation 2`. */
  readonly where: string
  /** Id of the claim that went out, or its beginning; null where the tool keeps none, or somebody added the claim. */
  readonly claimId: string | null
  readonly parts: Readonly<Record<SpanRole, readonly ReturnedPart[]>>
  /** Where the tool marks the cue a second time, which somebody may have moved instead. */
  readonly trigger?: readonly ReturnedPart[] | undefined
  readonly act?: Act | undefined
  readonly quotation?: QuotationType | undefined
  readonly naming?: Naming | undefined
  readonly negated?: boolean | undefined
  /** Resolved name of the source. */
  readonly name?: string | undefined
}

/** An article as a tool gives it back, with all claims that it has there. */
export interface ReturnedArticle {
  /** The file, and the place in it where it holds several. */
  readonly where: string
  /** Its id, or the beginning of it, where the file says so. */
  readonly articleId: string | null
  /** Its text as the file has it; null where the file has none. */
  readonly text: string | null
  /** What the tool's way of writing makes of a stored text, offset for offset. */
  readonly writes: (text: string) => string
  readonly unit: OffsetUnit
  /** Words of the text with their places, by which it is told to be the same where the file has no text. */
  readonly tokens?: readonly ReturnedPart[] | undefined
  /** Whether the tool cuts words in two where a line ends, so that they have to be joined again. */
  readonly cutsAtLineEnds: boolean
  /** Ids of the claims that went out with it, where the file says so: what of them does not come back was deleted. */
  readonly given: readonly string[] | null
  readonly claims: readonly ReturnedClaim[]
  /** Whether the file holds nothing at all, which is what is left where writing it failed. */
  readonly isEmpty?: boolean | undefined
  /** Words that are marked as an attribution while the claim that they were marked for is not there (`T4`). */
  readonly withoutEvent?: readonly string[] | undefined
}

/** No parts at all. */
export function emptyParts(): Record<SpanRole, ReturnedPart[]> {
  return { source: [], cue: [], content: [], addressee: [] }
}
