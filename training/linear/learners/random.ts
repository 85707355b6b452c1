/** A small seeded generator (xorshift32): training must give the same bytes every time. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0 || 0x9e3779b9
  }

  /** A 32-bit integer. */
  next(): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x
    return x
  }

  /** In [0, 1). */
  fraction(): number {
    return (this.next() >>> 0) / 0x100000000
  }

  /** Shuffles in place (Fisher-Yates). */
  shuffle(values: Int32Array): void {
    for (let i = values.length - 1; i > 0; i -= 1) {
      const j = Math.floor(this.fraction() * (i + 1))
      const value = values[i] as number
      values[i] = values[j] as number
      values[j] = value
    }
  }
}
