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

  has(rank: number): boolean {
    return ((this.#bits[rank >>> 3] as number) & (1 << (rank & 7))) !== 0
  }
}
