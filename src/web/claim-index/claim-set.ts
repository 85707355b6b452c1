/** Claims by rank, a bit each: searches come and go, and a byte each would be eight times the memory. */
export class ClaimSet {
  readonly #bits: Uint8Array

  /** @param length more than the largest rank */
  constructor(length: number) {
    this.#bits = new Uint8Array(Math.ceil(length / 8))
  }

  add(rank: number): void {
    this.#bits[rank >>> 3] = (this.#bits[rank >>> 3] as number) | (1 << (rank & 7))
  }

  /** @param end exclusive */
  addRange(start: number, end: number): void {
    for (let rank = start; rank < end; ) {
      if ((rank & 7) === 0 && rank + 8 <= end) {
        this.#bits[rank >>> 3] = 0xff
        rank += 8
      } else this.add(rank++)
    }
  }

  /** Takes in all of another one of the same length. */
  addAll(other: ClaimSet): void {
    for (let byte = 0; byte < this.#bits.length; byte++)
      this.#bits[byte] = (this.#bits[byte] as number) | (other.#bits[byte] as number)
  }

  /** Leaves only what another one of the same length holds too. */
  keepAll(other: ClaimSet): void {
    for (let byte = 0; byte < this.#bits.length; byte++)
      this.#bits[byte] = (this.#bits[byte] as number) & (other.#bits[byte] as number)
  }

  has(rank: number): boolean {
    return ((this.#bits[rank >>> 3] as number) & (1 << (rank & 7))) !== 0
  }
}
