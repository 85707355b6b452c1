import type { Span } from '../../domain/span.ts'

/** The types of names that are scored, in the order of the report. */
export const NAME_TYPES = ['person', 'place', 'organisation'] as const
export type NameType = (typeof NAME_TYPES)[number]

/** A name in an article. Span in code points; mentions of the same chain are of one person, place or organisation. */
export interface ScoredName extends Span {
  readonly type: NameType
  /** Null when the mention belongs to no chain. */
  readonly chain: string | null
}

/** One of the pronouns {@link PERSONAL_PRONOUNS}. Span in code points. */
export interface ScoredPronoun extends Span {
  /** Null when it was not resolved. */
  readonly chain: string | null
}

/** The names of one article and whom its pronouns mean, gold or predicted. */
export interface NamedArticle {
  readonly name: string
  readonly text: string
  readonly names: readonly ScoredName[]
  readonly pronouns: readonly ScoredPronoun[]
}

/** The pronouns whose resolution is scored, lower case. */
export const PERSONAL_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her', 'his'])

/** Other pronouns, which are neither scored nor names, lower case. */
export const OTHER_PRONOUNS: ReadonlySet<string> = new Set(
  'i me my we us our you your they them their theirs it its hers himself herself itself themselves who both'.split(' '),
)
