/** How a lemma behaves as a cue in the training data. */
export interface LemmaStatistics {
  /** Log-odds that the lemma heads a cue, smoothed towards rare words' average. */
  readonly odds: number
  /** Log of how often it was seen, cue or not. */
  readonly frequency: number
  /** Share of its attributions whose content follows the cue. */
  readonly contentAfter: number
  /** Share without source. */
  readonly sourceless: number
  /** Share of its contents with quotation marks. */
  readonly quoted: number
}

export const UNKNOWN_LEMMA: LemmaStatistics = {
  odds: -4,
  frequency: 0,
  contentAfter: 0.6,
  sourceless: 0.08,
  quoted: 0.3,
}
