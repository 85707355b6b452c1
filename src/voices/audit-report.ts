import type { Measure } from './measure.ts'
import type { ArticleDimension, Dimension, VoiceDimension, VoiceSelection } from './voice-selection.ts'

/** Fewer than so many are few, and so is what comes from fewer articles: no share of them is shown without its interval. */
export const FEW = 20

/** A part of a whole, with the 95 % interval of the share that it is of. */
export interface Share {
  readonly hits: number
  readonly n: number
  /** In [0, 1]; null when there is nothing to have a share of. */
  readonly share: number | null
  /** In [0, 1]; 0 and 1 where what was counted says nothing of others. */
  readonly low: number
  readonly high: number
  /** Whether `n` is below `FEW`; of claims and words, which come by the article, also whether the articles are. */
  readonly few: boolean
}

/** What shares are taken of. */
export const UNITS = ['sources', 'claims', 'quotedWords', 'first', 'last'] as const
export type Unit = (typeof UNITS)[number]

/**
 * Shares of one label: of the sources, of their claims, of the words of these in quotation marks, and of the articles whose
 * first, or last, voice is theirs.
 */
export type Shares = Readonly<Record<Unit, Share>>

export interface BreakdownRow {
  /** Null: articles without one. */
  readonly label: string | null
  readonly all: Shares
  /** The same among those of which it is known; null for the label `unknown` and where there is none such. */
  readonly known: Shares | null
}

/** Shares of every label of a dimension that occurs. */
export interface Breakdown {
  readonly dimension: Dimension
  readonly rows: readonly BreakdownRow[]
}

/** A mean over articles, with its 95 % interval; null when there is no article. */
export interface Mean {
  readonly mean: number | null
  readonly n: number
  readonly low: number | null
  readonly high: number | null
}

export interface LabelShare {
  readonly label: string
  readonly share: Share
}

/** How many there are, without any inference. */
export interface AuditCounts {
  readonly articles: number
  /** Texts that are left out because a newer version of the article stands for it. */
  readonly olderVersions: number
  /** Of them those in which somebody speaks. */
  readonly articlesWithSources: number
  /** Voices with a listed claim, each counted once an article. */
  readonly sources: number
  readonly claims: number
  readonly quotedWords: number
  /** Named people, quoted or not, each counted once an article. */
  readonly people: number
  readonly peopleQuoted: number
  /** Sources with a name, each counted once across articles. */
  readonly speakers: number
}

/** How much of what sources with a name say falls to few of them. */
export interface Concentration {
  /** Claims of the ten that have most, of those of all sources with a name. */
  readonly topTen: Share
  /** Herfindahl index: the sum of the squares of the shares of claims, from near 0 (many alike) to 1 (only one). */
  readonly herfindahl: { readonly value: number | null; readonly low: number; readonly high: number }
  readonly top: readonly TopSpeaker[]
  /** How many more have as many claims as the last of these. */
  readonly tied: number
}

export interface TopSpeaker {
  /** As it is written most often. */
  readonly name: string
  /** Number in `VoiceColumns.speaker`. */
  readonly speaker: number
  readonly articles: number
  readonly claims: number
}

export interface Experts {
  /** Sources that speak as experts, of all. */
  readonly sources: Share
  /** Of which gender and type they are. */
  readonly gender: readonly LabelShare[]
  readonly type: readonly LabelShare[]
  /** Of whom the article does not say where they belong. */
  readonly withoutAffiliation: Share
}

export interface Anonymity {
  readonly sources: Share
  readonly claims: Share
  readonly quotedWords: Share
  /** Anonymous sources for whom the article gives a reason. */
  readonly explained: Share
  /** The reasons, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly sources: number }[]
}

/** People who are named and not quoted, of all that are named. */
export interface Unquoted {
  readonly people: Share
  /** For each gender and type, its part that is not quoted. */
  readonly gender: readonly LabelShare[]
  readonly type: readonly LabelShare[]
}

export interface AuditReport {
  readonly selection: VoiceSelection
  readonly counts: AuditCounts
  /** In the order asked for. */
  readonly breakdowns: readonly Breakdown[]
  readonly sourcesPerArticle: Mean
  /** Articles with one source only, of those in which somebody speaks. */
  readonly singleSource: Share
  readonly experts: Experts
  readonly concentration: Concentration
  readonly anonymity: Anonymity
  readonly unquoted: Unquoted
}

/** One number of a report, flat: what exports, tables and comparisons read. */
export interface Figure {
  /** What it is of; `MEASURES` has the glosses. */
  readonly measure: Measure
  /** The label's dimension and label, where it is of one. */
  readonly dimension: Dimension | null
  readonly label: string | null
  readonly unit: Unit | 'articles' | 'people' | null
  /** Whether only those are counted of which it is known. */
  readonly known: boolean
  readonly hits: number | null
  readonly n: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Whether it is of few: see `Share.few`. */
  readonly small: boolean
}

/** One part of a selection, such as the articles of one outlet and month. */
export interface Group {
  readonly labels: Readonly<Partial<Record<ArticleDimension, string | null>>>
  /** Its shares of the whole selection. */
  readonly part: Shares
  readonly report: AuditReport
}

export interface Difference {
  readonly a: Figure
  readonly b: Figure
  /** b less a; null when one of them has no value. */
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Two parts beside one another; it says by how much they differ and never what that means. */
export interface Comparison {
  readonly a: AuditReport
  readonly b: AuditReport
  readonly differences: readonly Difference[]
}

/** Dimensions by which people and sources are divided unless something else is asked for. */
export const DEFAULT_BREAKDOWNS: readonly VoiceDimension[] = ['gender', 'type', 'function', 'naming']
