import type { Figure, Interval, Share } from './figure.ts'

/** A figure as JSON: shares rounded to four places; null where there is nothing to measure. */
export function figureToJson({ hit, predicted, gold, precision, recall, f1, intervals }: Figure) {
  const measured = (rate: number) => (predicted + gold === 0 ? null : roundShare(rate))
  return {
    precision: measured(precision),
    recall: measured(recall),
    f1: measured(f1),
    hit,
    predicted,
    gold,
    intervals:
      intervals === null || predicted + gold === 0
        ? null
        : {
            precision: intervalToJson(intervals.precision),
            recall: intervalToJson(intervals.recall),
            f1: intervalToJson(intervals.f1),
          },
  }
}

/** A share as JSON, as {@link figureToJson}. */
export function shareToJson({ hit, total, share, interval }: Share) {
  return {
    share: total === 0 ? null : roundShare(share),
    hit,
    total,
    interval: interval === null || total === 0 ? null : intervalToJson(interval),
  }
}

export function intervalToJson({ low, high }: Interval): readonly [low: number, high: number] {
  return [roundShare(low), roundShare(high)]
}

/** A share in [0, 1] to four places. */
export function roundShare(rate: number): number {
  return Math.round(rate * 10_000) / 10_000
}
