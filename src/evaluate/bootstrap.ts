import { type Interval, RATES, type Rate, rateOf } from './figure.ts'
import { seededRandom } from './seeded-random.ts'

export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

/** Columns a measure takes in a row of counts: hit, predicted, gold. */
export const COLUMNS = 3

/**
 * 95% percentile bootstrap over articles: draws as many articles as there are, with replacement, and takes the middle
 * 95% of each rate. Articles, not attributions, because those of one article stand and fall together.
 *
 * The same rows and seed give the same intervals on every machine.
 *
 * @param rows One row an article: for every measure its hit, predicted and gold counts.
 * @returns For every measure the interval of each rate, or null when there are no articles.
 */
export function resampleArticles(
  rows: readonly Int32Array[],
  { resamples, seed }: Resampling,
): readonly Readonly<Record<Rate, Interval>>[] | null {
  const width = rows[0]?.length ?? 0
  if (width === 0 || resamples < 1) return null
  const random = seededRandom(seed)
  const measures = width / COLUMNS
  const samples = Array.from({ length: measures * RATES.length }, () => new Float64Array(resamples))
  const sums = new Float64Array(width)
  for (let resample = 0; resample < resamples; resample++) {
    sums.fill(0)
    for (let draw = 0; draw < rows.length; draw++) {
      const row = rows[Math.floor(random() * rows.length)] as Int32Array
      for (let column = 0; column < width; column++) sums[column] = (sums[column] as number) + (row[column] as number)
    }
    for (let measure = 0; measure < measures; measure++) {
      const column = measure * COLUMNS
      const [hit, predicted, gold] = [sums[column] ?? 0, sums[column + 1] ?? 0, sums[column + 2] ?? 0]
      for (const [index, rate] of RATES.entries()) {
        const sample = samples[measure * RATES.length + index] as Float64Array
        sample[resample] = rateOf(rate, hit, predicted, gold)
      }
    }
  }
  return Array.from({ length: measures }, (_, measure) => {
    const middle = (index: number) => middle95(samples[measure * RATES.length + index] as Float64Array)
    return { precision: middle(0), recall: middle(1), f1: middle(2) }
  })
}

function middle95(sample: Float64Array): Interval {
  const sorted = sample.sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number
  return { low: at(0.025), high: at(0.975) }
}
