import type { Interval } from './figure.ts'

/** The 97.5 % point of the normal distribution: all intervals are of 95 %. */
export const Z = 1.959963984540054

/**
 * The score interval of a share, E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
 * (1927) 209–212; the one that R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, recommends (his method 3). It never
 * leaves [0, 1], and has a width where all or none hit.
 *
 * @param hits from 0 to `n`; not whole where `n` is an effective number.
 * @param n trials; above 0.
 */
export function wilsonInterval(hits: number, n: number): Interval {
  const share = hits / n
  const square = Z * Z
  const middle = (share + square / (2 * n)) / (1 + square / n)
  const reach = (Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n)
  // In exact numbers both ends hold the share; rounding may leave it out by a hair.
  return { low: Math.min(share, Math.max(0, middle - reach)), high: Math.max(share, Math.min(1, middle + reach)) }
}

/** The same, or null where there is nothing to count. */
export function wilsonOrNull(hits: number, n: number): Interval | null {
  return n === 0 ? null : wilsonInterval(hits, n)
}
