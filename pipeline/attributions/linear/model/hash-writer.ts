import { combine } from './hash.ts'

/** Writes hashes one behind the other, each mixed with its number, so that equal values of two features stay apart. */
export class HashWriter {
  count = 0
  readonly #out: Int32Array
  readonly #base: number

  /** @param base number of the first, apart from those of other writers */
  constructor(out: Int32Array, base: number) {
    this.#out = out
    this.#base = base
  }

  add(value: number): void {
    this.#out[this.count] = combine(value, this.#base + this.count)
    this.count += 1
  }
}
