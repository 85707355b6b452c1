import { NumberRow } from './number-row.ts'

/** An anchor and a wording are kept as one number: 32 bits and 21, which is as much as a double holds exactly. */
const WORDINGS = 2 ** 21
const LOWEST_ANCHOR = -(2 ** 31)

/** The anchors of very many wordings, in eight bytes each. */
export class AnchorRow {
  readonly #row = NumberRow.ofDoubles()
  #sorted: Float64Array = new Float64Array(0)

  /** How many wordings there may be. */
  static readonly most = WORDINGS

  push(anchor: number, wording: number): void {
    this.#row.push((anchor - LOWEST_ANCHOR) * WORDINGS + wording)
  }

  /** By anchor, then by wording; after the last was pushed, before anything else is asked for. */
  sort(): void {
    this.#sorted = this.#row.sorted()
  }

  get length(): number {
    return this.#sorted.length
  }

  anchorAt(place: number): number {
    return Math.floor((this.#sorted[place] as number) / WORDINGS) + LOWEST_ANCHOR
  }

  wordingAt(place: number): number {
    return (this.#sorted[place] as number) % WORDINGS
  }

  /** From where to where each anchor stands that several wordings have, but no more than so many. */
  *groups(most: number): Generator<readonly [from: number, end: number]> {
    for (let from = 0; from < this.length; ) {
      const anchor = this.anchorAt(from)
      let end = from + 1
      while (end < this.length && this.anchorAt(end) === anchor) end++
      if (end - from > 1 && end - from <= most) yield [from, end]
      from = end
    }
  }
}
