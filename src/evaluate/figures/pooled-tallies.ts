import { DEFAULT_RESAMPLING, drawArticles, intervalOf, type Resampling } from './bootstrap.ts'
import { type Counts, type Figure, type Interval, RATES, type Rate, rateOf, type Share } from './figure.ts'

/** A mean over articles, each of which counts the same; NaN when none counts. */
export interface Mean {
  readonly mean: number
  /** How many articles count. */
  readonly articles: number
  readonly interval: Interval | null
}

/** Precision, recall and F1 with their intervals. */
export type Rates = Pick<Figure, Rate | 'intervals'>

/** A number that some articles give together; NaN where they hold nothing to measure. */
type Rating<Tally> = (tallies: readonly Tally[]) => number

/** What was counted in every article, of which figures are made, with intervals by drawing articles. */
export class PooledTallies<Tally> {
  readonly #tallies: readonly Tally[]
  readonly #draws: readonly (readonly Tally[])[]

  constructor(tallies: readonly Tally[], resampling: Resampling = DEFAULT_RESAMPLING) {
    this.#tallies = tallies
    this.#draws = drawArticles(tallies, resampling)
  }

  /** Precision, recall and F1 by a function of the articles. */
  rates(rating: (rate: Rate) => Rating<Tally>): Rates {
    const rated = RATES.map(rate => [rate, rating(rate)(this.#tallies)])
    const intervals = RATES.map(rate => [rate, this.#intervalOf(rating(rate))] as const)
    return {
      ...(Object.fromEntries(rated) as Record<Rate, number>),
      intervals: intervals.some(([, interval]) => interval === null)
        ? null
        : (Object.fromEntries(intervals) as Record<Rate, Interval>),
    }
  }

  /** Of the sums of counts. */
  figure(countsOf: (tally: Tally) => Counts): Figure {
    const rates = this.rates(rate => some => {
      const { hit, predicted, gold } = sumCounts(some.map(countsOf))
      return rateOf(rate, hit, predicted, gold)
    })
    return { ...sumCounts(this.#tallies.map(countsOf)), ...rates }
  }

  /** Of the sums of both numbers. */
  share(of: (tally: Tally) => { readonly hit: number; readonly total: number }): Share {
    const rating: Rating<Tally> = some => {
      const total = sum(some.map(tally => of(tally).total))
      return rateOf('recall', sum(some.map(tally => of(tally).hit)), total, total)
    }
    return {
      hit: this.sum(tally => of(tally).hit),
      total: this.sum(tally => of(tally).total),
      share: rating(this.#tallies),
      interval: this.#intervalOf(rating),
    }
  }

  /** Of a number by article; articles for which it is NaN do not count. */
  mean(of: (tally: Tally) => number): Mean {
    const known = (some: readonly Tally[]) => some.map(of).filter(value => !Number.isNaN(value))
    const rating: Rating<Tally> = some => sum(known(some)) / known(some).length
    return {
      mean: rating(this.#tallies),
      articles: known(this.#tallies).length,
      interval: this.#intervalOf(rating),
    }
  }

  sum(of: (tally: Tally) => number): number {
    return sum(this.#tallies.map(of))
  }

  #intervalOf(rating: Rating<Tally>): Interval | null {
    return intervalOf(this.#draws, rating)
  }
}

function sumCounts(counts: readonly Counts[]): Counts {
  return {
    hit: sum(counts.map(({ hit }) => hit)),
    predicted: sum(counts.map(({ predicted }) => predicted)),
    gold: sum(counts.map(({ gold }) => gold)),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
