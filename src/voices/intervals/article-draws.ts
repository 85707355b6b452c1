import type { Interval } from '../../evaluate/figures/figure.ts'
import { seededRandom } from '../../evaluate/figures/seeded-random.ts'

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
  /** Columns of sums, each with one for each part of the articles. */
  readonly columns: readonly Float64Array[]
  /** Which column each ratio is of, and to which; of nothing to nothing says nothing. */
  readonly ratios: readonly (readonly [of: number, to: number])[]
}

/**
 * How often each part of the articles is drawn, with replacement, in each draw. The same for the same number of parts on every
 * machine.
 *
 * Articles are drawn, not claims or words, since those of one article stand and fall together: B. Efron and R. J. Tibshirani, An
 * Introduction to the Bootstrap (1993), chapter 8; A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application
 * (1997), section 3.8.
 */
export class ArticleDraws {
  /** By number of parts: for each part how often it is in each draw. */
  readonly #weights = new Map<number, readonly Uint8Array[]>()
  /** Lent to one drawing after another. */
  readonly #drawn: Float64Array[] = []
  readonly #sample = new Float64Array(DRAWS)

  /** The middle 95 % of draws of each ratio; null where no draw says anything. */
  intervals(parts: number, { columns, ratios }: Drawing): (Interval | null)[] {
    const weights = this.#weightsOf(parts)
    while (this.#drawn.length < columns.length) this.#drawn.push(new Float64Array(DRAWS))
    for (const [at, sums] of columns.entries()) addUp(sums, weights, this.#drawn[at] as Float64Array)
    return ratios.map(([of, to]) => {
      const [hits, n] = [this.#drawn[of] as Float64Array, this.#drawn[to] as Float64Array]
      for (let draw = 0; draw < DRAWS; draw++) this.#sample[draw] = (hits[draw] as number) / (n[draw] as number)
      return middle95(this.#sample)
    })
  }

  #weightsOf(parts: number): readonly Uint8Array[] {
    const known = this.#weights.get(parts)
    if (known !== undefined) return known
    const random = seededRandom(SEED)
    const weights = Array.from({ length: parts }, () => new Uint8Array(DRAWS))
    for (let draw = 0; draw < DRAWS; draw++) {
      for (let drawn = 0; drawn < parts; drawn++) {
        const own = weights[Math.floor(random() * parts)] as Uint8Array
        own[draw] = (own[draw] as number) + 1
      }
    }
    this.#weights.set(parts, weights)
    return weights
  }
}

/**
 * The sums of the parts that each draw has, each as often as it has it. Part by part, since most labels occur in few parts of a
 * small selection.
 */
function addUp(sums: Float64Array, weights: readonly Uint8Array[], drawn: Float64Array): void {
  drawn.fill(0)
  for (let part = 0; part < sums.length; part++) {
    const sum = sums[part] as number
    if (sum === 0) continue
    const own = weights[part] as Uint8Array
    for (let draw = 0; draw < DRAWS; draw++) drawn[draw] = (drawn[draw] as number) + sum * (own[draw] as number)
  }
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
  const least = select(values, low, 0)
  // Behind the one are only those that are no less.
  return { low: least, high: select(values, high, low) }
}

/**
 * The value that would stand at a place if all were sorted, by Hoare's selection; sorting took most of the time of all draws.
 *
 * @param first before this place stand the least ones already
 */
function select(values: Float64Array, place: number, first: number): number {
  let [from, to] = [first, values.length - 1]
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
