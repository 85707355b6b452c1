/** Numbers of 32-bit hashes in the order in which they were first added; open addressing. */
export class FeatureTable {
  #keys = new Int32Array(1 << 16)
  #values = new Int32Array(1 << 16).fill(-1)
  /** The hash of every number. */
  readonly hashes: number[] = []

  get size(): number {
    return this.hashes.length
  }

  /** Number of `hash`, or -1. */
  indexOf(hash: number): number {
    return this.#values[this.#slotOf(hash)] as number
  }

  /** Number of `hash`, a new one when it had none. */
  add(hash: number): number {
    let slot = this.#slotOf(hash)
    const known = this.#values[slot] as number
    if (known >= 0) return known
    if (this.size * 2 >= this.#keys.length) {
      this.#grow()
      slot = this.#slotOf(hash)
    }
    this.#keys[slot] = hash
    this.#values[slot] = this.size
    this.hashes.push(hash)
    return this.size - 1
  }

  #slotOf(hash: number): number {
    const mask = this.#keys.length - 1
    let slot = hash & mask
    while ((this.#values[slot] as number) >= 0 && this.#keys[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    this.#keys = new Int32Array(this.#keys.length * 2)
    this.#values = new Int32Array(this.#keys.length).fill(-1)
    for (const [i, hash] of this.hashes.entries()) {
      const slot = this.#slotOf(hash)
      this.#keys[slot] = hash
      this.#values[slot] = i
    }
  }
}

/**
 * Numbers the features that occur at least `minimum` times, in two passes over the data: `count` every one, then ask
 * for its `number`. Counts live in a sketch, because most features are seen once and a table of them all would not fit.
 */
export class Dictionary {
  readonly #sketch: Uint8Array
  readonly #table = new FeatureTable()
  readonly #minimum: number

  constructor(minimum: number, bits = 26) {
    this.#minimum = minimum
    this.#sketch = new Uint8Array(2 ** bits)
  }

  get size(): number {
    return this.#table.size
  }

  get hashes(): Int32Array {
    return Int32Array.from(this.#table.hashes)
  }

  count(hash: number): void {
    const at = this.#cellOf(hash)
    const seen = this.#sketch[at] as number
    if (seen < 255) this.#sketch[at] = seen + 1
  }

  /** Number of a frequent feature, or -1. Features that only share a cell with others may slip in; none is lost. */
  number(hash: number): number {
    return (this.#sketch[this.#cellOf(hash)] as number) < this.#minimum ? -1 : this.#table.add(hash)
  }

  #cellOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 0) & (this.#sketch.length - 1)
  }
}

/** An Int32Array that grows as values are appended. */
export class IntegerList {
  #values = new Int32Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length] = value
    this.length += 1
  }

  toArray(): Int32Array {
    return this.#values.slice(0, this.length)
  }
}
