import type { Interval } from './figure.ts'

/** Standard errors on either side of the middle 95% of a normal distribution. */
const Z = 1.959964

/**
 * Wilson's 95% interval of a share (Wilson 1927): unlike the usual one it stays within 0 and 1, and says something of a few.
 *
 * @returns null where there is nothing to count
 */
export function wilsonInterval(hit: number, total: number): Interval | null {
  if (total === 0) return null
  const share = hit / total
  const middle = (share + Z ** 2 / (2 * total)) / (1 + Z ** 2 / total)
  const half = (Z / (1 + Z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
