/** So many times as many numbers as rows may lie between the first and the last for a table of them all. */
const SPARSE = 4

/**
 * At which place of a column each `rowid` stands. A table of all numbers from the first to the last is smaller and quicker than a
 * `Map` where most of them are taken, as in a database from which little was deleted.
 */
export class RowPlaces {
  readonly #first: number
  /** One more than the place; 0 where there is none. Null where numbers are too far apart for that. */
  readonly #table: Uint32Array | null
  readonly #places: ReadonlyMap<number, number> | null

  /** @param rowids each once */
  constructor(rowids: Uint32Array) {
    let [first, last] = [rowids[0] ?? 0, rowids[0] ?? 0]
    for (const rowid of rowids) {
      if (rowid < first) first = rowid
      if (rowid > last) last = rowid
    }
    this.#first = first
    const isDense = last - first <= SPARSE * rowids.length
    this.#table = isDense ? new Uint32Array(last - first + 1) : null
    this.#places = isDense ? null : new Map(Array.from(rowids, (rowid, place) => [rowid, place]))
    if (this.#table !== null)
      for (let place = 0; place < rowids.length; place++) this.#table[(rowids[place] as number) - first] = place + 1
  }

  /** -1 where it has none. */
  placeOf(rowid: number | null): number {
    if (rowid === null) return -1
    if (this.#table === null) return this.#places?.get(rowid) ?? -1
    return (this.#table[rowid - this.#first] ?? 0) - 1
  }
}
