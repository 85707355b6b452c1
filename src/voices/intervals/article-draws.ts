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

/** Ratios of sums over articles, of which intervals are wanted. */
export interface Drawing {
  /** For each part of the articles a row of `width` sums. */
  readonly sums: Float64Array
  readonly width: number
  /** How many ratios. */
  readonly count: number
  /** Takes a draw's sums and puts its ratios into `into`; NaN says nothing. */
  readonly ratios: (drawn: Float64Array, into: Float64Array) => void
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
   * The middle 95 % of draws of each ratio of some drawings, which have the same parts: all are drawn at once, since going through
   * the draws takes longer than adding up. Null where no draw says anything.
   */
  intervals(parts: number, drawings: readonly Drawing[]): (Interval | null)[][] {
    const { sums, width } = sideBySide(parts, drawings)
    const weights = this.#weightsOf(parts)
    const drawn = new Float64Array(width)
    const own = drawings.map(({ width, count, ratios }, at) => {
      const from = drawings.slice(0, at).reduce((sum, before) => sum + before.width, 0)
      const samples = Array.from({ length: count }, () => new Float64Array(DRAWS))
      return { ratios, drawn: drawn.subarray(from, from + width), into: new Float64Array(count), samples }
    })
    for (let draw = 0; draw < DRAWS; draw++) {
      addUp(weights.subarray(draw * parts, (draw + 1) * parts), sums, drawn)
      for (const { ratios, drawn, into, samples } of own) {
        ratios(drawn, into)
        for (let ratio = 0; ratio < into.length; ratio++) (samples[ratio] as Float64Array)[draw] = into[ratio] as number
      }
    }
    return own.map(({ samples }) => samples.map(middle95))
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

/** The sums of the parts that were drawn, each as often as it was. */
function addUp(weights: Uint8Array, sums: Float64Array, drawn: Float64Array): void {
  const width = drawn.length
  drawn.fill(0)
  for (let part = 0, from = 0; part < weights.length; part++, from += width) {
    const weight = weights[part] as number
    if (weight === 0) continue
    for (let column = 0; column < width; column++)
      drawn[column] = (drawn[column] as number) + weight * (sums[from + column] as number)
  }
}

function sideBySide(parts: number, drawings: readonly Drawing[]) {
  const width = drawings.reduce((sum, own) => sum + own.width, 0)
  const sums = new Float64Array(parts * width)
  for (let part = 0; part < parts; part++) {
    let at = part * width
    for (const own of drawings)
      for (let column = 0; column < own.width; column++) sums[at++] = own.sums[part * own.width + column] as number
  }
  return { sums, width }
}

function middle95(sample: Float64Array): Interval | null {
  let length = 0
  for (let at = 0; at < sample.length; at++) {
    const value = sample[at] as number
    if (!Number.isNaN(value)) sample[length++] = value
  }
  if (length === 0) return null
  const values = sample.subarray(0, length)
  const at = (share: number) => Math.round(share * (values.length - 1))
  const [low, high] = [at(0.025), at(0.975)]
  return { low: select(values, low), high: select(values, high) }
}

/** The value that would stand at a place if all were sorted, by Hoare's selection; sorting took most of the time of all draws. */
function select(values: Float64Array, place: number): number {
  let [from, to] = [0, values.length - 1]
  while (from < to) {
    const pivot = values[(from + to) >> 1] as number
    let [i, j] = [from, to]
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const value = values[i] as number
      values[i++] = values[j] as number
      values[j--] = value
    }
    if (place <= j) to = j
    else if (place >= i) from = i
    else break
  }
  return values[place] as number
}
