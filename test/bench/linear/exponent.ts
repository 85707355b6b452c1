/** Processor time at one size of an input. */
export interface Point {
  readonly size: number
  readonly ms: number
}

/** Below this a clock of processor time, the compiler and the collector of garbage say more than the input does. */
export const NOISE_MS = 5
/** How many of the largest sizes tell the exponent: smaller ones are still warm-up. */
const UPPER = 4
/** Fewer sizes above the noise tell nothing, unless they rise out of it all at once. */
const FEWEST = 3

/**
 * The exponent of cost: the slope of log time over log size, least squares over the largest sizes above the noise. Null
 * when even the largest is hardly above it.
 */
export function exponentOf(points: readonly Point[]): number | null {
  const above = points.filter(({ ms }) => ms > NOISE_MS)
  if (above.length < FEWEST && (points.at(-1)?.ms ?? 0) < NOISE_MS * 2 ** (FEWEST - 1)) return null
  const told = above.length < FEWEST ? points.slice(-FEWEST) : above.slice(-UPPER)
  if (told.length < 2) return null
  const xs = told.map(({ size }) => Math.log(size))
  const ys = told.map(({ ms }) => Math.log(Math.max(ms, 0.01)))
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const covariance = mean(xs.map((x, i) => (x - meanX) * ((ys[i] as number) - meanY)))
  return covariance / mean(xs.map(x => (x - meanX) ** 2))
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
