/**
 * Which place each `rowid` of a table has: by binary search, since a `Map` would take five times the memory; and by
 * subtraction, with no memory at all, where no number is left out, as in a database from which nothing was deleted.
 */
export class RowNumbers {
  readonly length: number
  /** Null where each is one more than the former. */
  readonly #rowids: Uint32Array | null
  readonly #first: number

  /** @param rowids ascending, each once; they belong to this from then on */
  constructor(rowids: Uint32Array) {
    this.length = rowids.length
    this.#first = rowids[0] ?? 0
    this.#rowids = rowids.at(-1) === this.#first + this.length - 1 ? null : rowids
  }

  rowidAt(place: number): number {
    return this.#rowids === null ? this.#first + place : (this.#rowids[place] as number)
  }

  /** The place of a `rowid`, or -1. */
  placeOf(rowid: number | null): number {
    if (rowid === null) return -1
    const place = this.firstFrom(rowid)
    return place < this.length && this.rowidAt(place) === rowid ? place : -1
  }

  /** The first place whose `rowid` is at least this one. */
  firstFrom(rowid: number): number {
    if (this.#rowids === null) return Math.min(this.length, Math.max(0, rowid - this.#first))
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#rowids[middle] as number) < rowid) low = middle + 1
      else high = middle
    }
    return low
  }
}
