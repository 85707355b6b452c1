/** The middle 95% of a figure over resampled articles. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** What a figure is computed from. For overlap figures the unit is tokens, otherwise attributions. */
export interface Counts {
  readonly hit: number
  readonly predicted: number
  readonly gold: number
}

/** Precision, recall and F1 in [0, 1]; intervals are null when no resampling was asked for. */
export interface Figure extends Counts {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly intervals: Readonly<Record<Rate, Interval>> | null
}

/** A share of `total` in [0, 1]: label accuracy, or recall of a part of the gold. */
export interface Share {
  readonly hit: number
  readonly total: number
  readonly share: number
  readonly interval: Interval | null
}

export const RATES = ['precision', 'recall', 'f1'] as const
export type Rate = (typeof RATES)[number]

/**
 * Precision, recall or F1 of counts. Where there is nothing to find and nothing was found, that is no error: 1. Where
 * only one side is empty, 0.
 */
export function rateOf(rate: Rate, hit: number, predicted: number, gold: number): number {
  if (predicted === 0 && gold === 0) return 1
  if (hit === 0) return 0
  if (rate === 'precision') return hit / predicted
  if (rate === 'recall') return hit / gold
  return (2 * hit) / (predicted + gold)
}
