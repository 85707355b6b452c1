/** What voices are divided by that lies in themselves. */
export const VOICE_DIMENSIONS = ['gender', 'type', 'function', 'naming', 'kind'] as const
export type VoiceDimension = (typeof VOICE_DIMENSIONS)[number]

/** What voices are divided by that lies in their articles. */
export const ARTICLE_DIMENSIONS = ['outlet', 'section', 'byline', 'month'] as const
export type ArticleDimension = (typeof ARTICLE_DIMENSIONS)[number]

export const DIMENSIONS = [...VOICE_DIMENSIONS, ...ARTICLE_DIMENSIONS] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Which articles are measured. What is left out does not narrow; null means articles without one. */
export interface VoiceSelection {
  readonly outlet?: string | null
  readonly section?: string | null
  readonly byline?: string | null
  /** `YYYY-MM`. */
  readonly month?: string | null
  /** Published at that instant or later, in milliseconds since 1970 UTC; articles without a date are out. */
  readonly from?: number
  /** Published before that instant; articles without a date are out. */
  readonly before?: number
  /** An article's id; it is measured whichever version it is. */
  readonly article?: string
  /** Every text counts, older versions of an article beside the newest, which otherwise stands for it alone. */
  readonly allVersions?: boolean
}

export function isArticleDimension(dimension: Dimension): dimension is ArticleDimension {
  return ARTICLE_DIMENSIONS.some(one => one === dimension)
}
