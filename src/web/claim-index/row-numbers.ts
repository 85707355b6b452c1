/** Which place each `rowid` of a table has, by binary search: a `Map` would take five times the memory. */
export class RowNumbers {
  readonly #rowids: Uint32Array

  /** @param rowids ascending */
  constructor(rowids: Uint32Array) {
    this.#rowids = rowids
  }

  get length(): number {
    return this.#rowids.length
  }

  rowidAt(place: number): number {
    return this.#rowids[place] as number
  }

  /** The place of a `rowid`, or -1. */
  placeOf(rowid: number | null): number {
    if (rowid === null) return -1
    const place = this.firstFrom(rowid)
    return this.#rowids[place] === rowid ? place : -1
  }

  /** The first place whose `rowid` is at least this one. */
  firstFrom(rowid: number): number {
    let low = 0
    let high = this.#rowids.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#rowids[middle] as number) < rowid) low = middle + 1
      else high = middle
    }
    return low
  }
}
