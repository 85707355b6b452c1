import type { Spread } from '../intervals/shares.ts'

/** Adds up how a whole is spread over articles. */
export class SpreadCounter {
  #articles = 0
  #squares = 0

  /** What one more article has of it. */
  add(amount: number): void {
    if (amount > 0) this.#articles++
    this.#squares += amount * amount
  }

  spread(): Spread {
    return { articles: this.#articles, squares: this.#squares }
  }
}
