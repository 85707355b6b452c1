import { type Interval, RATES, type Rate, rateOf } from './figure.ts'
import { seededRandom } from './seeded-random.ts'

export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

export const DEFAULT_RESAMPLING: Resampling = { resamples: 1_000, seed: 1 }

/** Columns a measure takes in a row of counts: hit, predicted, gold. */
export const COLUMNS = 3

/**
 * Draws as many articles as there are, with replacement, as often as asked. Articles, not attributions or names, because
 * those of one article stand and fall together. Of a single article every draw would be the same, and say nothing: there are none.
 *
 * The same number of articles and seed draw the same ones on every machine.
 */
export function drawArticles<Article>(
  articles: readonly Article[],
  { resamples, seed }: Resampling,
): readonly (readonly Article[])[] {
  if (articles.length < 2 || resamples < 1) return []
  const random = seededRandom(seed)
  return Array.from({ length: resamples }, () =>
    articles.map(() => articles[Math.floor(random() * articles.length)] as Article),
  )
}

/**
 * 95% percentile bootstrap: the middle 95% of a rate over draws of articles.
 *
 * @param rate NaN where the drawn articles hold nothing to measure; such a draw says nothing.
 * @returns null when no draw says anything.
 */
export function intervalOf<Article>(
  draws: readonly (readonly Article[])[],
  rate: (drawn: readonly Article[]) => number,
): Interval | null {
  const sample = Float64Array.from(draws, rate).filter(value => !Number.isNaN(value))
  return sample.length === 0 ? null : middle95(sample)
}

/**
 * As {@link intervalOf}, for all measures of a row of counts at once.
 *
 * @param rows One row an article: for every measure its hit, predicted and gold counts.
 * @returns For every measure the interval of each rate, or null when there are fewer than two articles.
 */
export function resampleArticles(
  rows: readonly Int32Array[],
  resampling: Resampling,
): readonly Readonly<Record<Rate, Interval>>[] | null {
  const width = rows[0]?.length ?? 0
  const draws = drawArticles(rows, resampling)
  if (width === 0 || draws.length === 0) return null
  const measures = width / COLUMNS
  const samples = Array.from({ length: measures * RATES.length }, () => new Float64Array(draws.length))
  const sums = new Float64Array(width)
  for (const [resample, drawn] of draws.entries()) {
    sums.fill(0)
    for (const row of drawn) {
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
