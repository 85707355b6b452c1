import type { Interval } from '../../evaluate/figures/figure.ts'

/** A value with its interval. */
export interface Estimate extends Interval {
  readonly value: number
}

/**
 * The interval of `b` less `a`, two values of samples that have nothing in common, from their own intervals. For shares with
 * Wilson's intervals it is method 10 of R. G. Newcombe, "Interval estimation for the difference between independent
 * proportions", Statistics in Medicine 17 (1998) 873–890; for others the same recovery of variances, which G. Y. Zou and
 * A. Donner, Statistics in Medicine 27 (2008) 1693–1702, show to hold wherever each interval does.
 */
export function differenceInterval(a: Estimate, b: Estimate): Estimate {
  const value = b.value - a.value
  return {
    value,
    low: value - Math.hypot(b.value - b.low, a.high - a.value),
    high: value + Math.hypot(b.high - b.value, a.value - a.low),
  }
}
