/** How often a thread that is at work is looked at: most articles are done before the first look. */
export const LOOK_EVERY_MS = 100

const MANY_TIMES = 10
const LEAST_MS = 300_000

/**
 * How many looks later a thread is given up whatever processor time it has used: one that waits for nothing but computes
 * and still uses none is stuck, or does not answer out of native code. Ten times the limit and five minutes are more than the
 * busiest machine needs. Looks are counted and not time: while the process stands still, because it was suspended, say, there is none.
 */
export function mostLooks(timeoutMs: number): number {
  return Math.max(MANY_TIMES * timeoutMs, LEAST_MS) / LOOK_EVERY_MS
}
