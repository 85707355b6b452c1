/** Hashed features of one thing, each with the number of its template; reused from one thing to the next. */
export class FeatureList {
  readonly hashes: Int32Array
  count = 0
  readonly #templates: Uint8Array
  readonly #places: Int16Array

  /** @param size Room for so many features, of templates below as many. */
  constructor(size: number) {
    this.hashes = new Int32Array(size)
    this.#templates = new Uint8Array(size)
    this.#places = new Int16Array(size)
  }

  clear(): void {
    this.count = 0
  }

  add(template: number, hash: number): void {
    this.hashes[this.count] = hash
    this.#templates[this.count] = template
    this.count += 1
  }

  /**
   * Copies the hashes into `out` in the order of their templates: training adds up floating-point weights, so that
   * the order of features is part of what it learns.
   *
   * @returns How many there are.
   */
  writeInOrder(out: Int32Array): number {
    const places = this.#places.fill(-1)
    for (let k = 0; k < this.count; k += 1) places[this.#templates[k] as number] = k
    let written = 0
    for (const k of places) {
      if (k === -1) continue
      out[written] = this.hashes[k] as number
      written += 1
    }
    return written
  }
}
