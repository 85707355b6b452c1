import type { Interval } from '../../evaluate/figure.ts'
import { seededRandom } from '../../evaluate/seeded-random.ts'

/** Draws of a bootstrap. */
const DRAWS = 1_000
const SEED = 1

/**
 * Most parts that articles are drawn in. More articles are dealt out to so many parts of equal size, by the order of their
 * ids, which are hashes and so by chance; the variance between such random groups is that between articles (K. M. Wolter,
 * Introduction to Variance Estimation, 2007, chapter 2), and the error of its root with 200 of them about 5 %, no more than that of a thousand draws.
 */
export const MOST_PARTS = 200

/** The part, from 0, of the article at a place of the selected ones in the order of their ids. */
export function partOf(place: number): number {
  return place % MOST_PARTS
}

export function countParts(articles: number): number {
  return Math.min(articles, MOST_PARTS)
}

/**
 * How often each part of the articles is drawn, with replacement, in each draw: row by row, `parts` numbers a row. The same for
 * the same number of parts on every machine.
 *
 * Articles are drawn, not claims or words, since those of one article stand and fall together: B. Efron and R. J. Tibshirani, An
 * Introduction to the Bootstrap (1993), chapter 8; A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application
 * (1997), section 3.8.
 */
export class ArticleDraws {
  readonly #weights = new Map<number, Uint8Array>()

  /**
   * The middle 95 % of draws of each of some ratios.
   *
   * @param sums For each part a row of `width` sums over its articles.
   * @param ratios Takes a draw's sums and puts its ratios into `into`; NaN says nothing.
   * @returns For each of `count` ratios its interval, or null where no draw says anything.
   */
  intervals(
    sums: Float64Array,
    width: number,
    count: number,
    ratios: (drawn: Float64Array, into: Float64Array) => void,
  ): (Interval | null)[] {
    const parts = sums.length / width
    const weights = this.#weightsOf(parts)
    const samples = Array.from({ length: count }, () => new Float64Array(DRAWS))
    const drawn = new Float64Array(width)
    const into = new Float64Array(count)
    for (let draw = 0; draw < DRAWS; draw++) {
      drawn.fill(0)
      for (let part = 0, from = 0; part < parts; part++, from += width) {
        const weight = weights[draw * parts + part] as number
        if (weight === 0) continue
        for (let column = 0; column < width; column++)
          drawn[column] = (drawn[column] as number) + weight * (sums[from + column] as number)
      }
      ratios(drawn, into)
      for (let ratio = 0; ratio < count; ratio++) (samples[ratio] as Float64Array)[draw] = into[ratio] as number
    }
    return samples.map(middle95)
  }

  #weightsOf(parts: number): Uint8Array {
    const known = this.#weights.get(parts)
    if (known !== undefined) return known
    const random = seededRandom(SEED)
    const weights = new Uint8Array(DRAWS * parts)
    for (let draw = 0; draw < DRAWS; draw++) {
      for (let drawn = 0; drawn < parts; drawn++) {
        const at = draw * parts + Math.floor(random() * parts)
        weights[at] = (weights[at] as number) + 1
      }
    }
    this.#weights.set(parts, weights)
    return weights
  }
}

function middle95(sample: Float64Array): Interval | null {
  // A typed array sorts NaN to the end.
  const sorted = sample.sort()
  let length = sorted.length
  while (length > 0 && Number.isNaN(sorted[length - 1])) length--
  if (length === 0) return null
  const at = (share: number) => sorted[Math.round(share * (length - 1))] as number
  return { low: at(0.025), high: at(0.975) }
}
