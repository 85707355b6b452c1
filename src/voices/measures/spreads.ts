import type { Spread } from '../intervals/shares.ts'

/** Adds up, article by article, how a whole is spread over articles. */
export class SpreadCounter {
  readonly #byPlace: Float64Array

  constructor(articles: number) {
    this.#byPlace = new Float64Array(articles)
  }

  add(place: number, amount: number): void {
    this.#byPlace[place] = (this.#byPlace[place] as number) + amount
  }

  spread(): Spread {
    let [articles, squares] = [0, 0]
    for (const whole of this.#byPlace) {
      if (whole > 0) articles++
      squares += whole * whole
    }
    return { articles, squares }
  }
}
