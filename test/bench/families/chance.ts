import { seededRandom } from '../../../src/evaluate/figures/seeded-random.ts'

/** Choices that a seed decides. */
export class Chance {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = seededRandom(seed)
  }

  /** Whether what happens in so many of a hundred cases happens now. */
  happens(percent: number): boolean {
    return this.#next() * 100 < percent
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#next() * items.length)] as T
  }

  /** Around `mean`, seldom much more. */
  waiting(mean: number): number {
    return -Math.log(1 - this.#next()) * mean
  }

  shuffled<T>(items: readonly T[]): T[] {
    const list = [...items]
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.between(0, at)
      ;[list[at], list[other]] = [list[other] as T, list[at] as T]
    }
    return list
  }
}
