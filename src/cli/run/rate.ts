/** What the rate is drawn from: the past further back says little of what is to come (known articles are passed over fast). */
const WINDOW_MS = 30_000

/** How fast something is counted, over the last half minute. */
export class Rate {
  readonly #samples: { readonly at: number; readonly count: number }[] = []

  /** @param at milliseconds of a clock that never goes back */
  add(count: number, at: number): void {
    this.#samples.push({ at, count })
    while (this.#samples.length > 2 && at - (this.#samples[1]?.at ?? at) >= WINDOW_MS) this.#samples.shift()
  }

  /** A second; null while too little is known. */
  get perSecond(): number | null {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (first === undefined || last === undefined || last.at <= first.at) return null
    return ((last.count - first.count) * 1000) / (last.at - first.at)
  }

  /** Seconds until the count is at `total`; null while nothing tells. */
  secondsTo(total: number): number | null {
    const [rate, count] = [this.perSecond, this.#samples.at(-1)?.count ?? 0]
    return rate === null || rate === 0 ? null : Math.max(0, total - count) / rate
  }
}
