/** Positions that share one list. */
const BUCKET = 256

/**
 * Numbers filed under the positions that they cover, so that those at one position are found without looking at all of
 * them. Gives a few that lie beside it, too; never too few.
 */
export class PositionIndex {
  readonly #buckets = new Map<number, number[]>()

  /** Files `number` under `[start, end)`. Numbers are to ascend. */
  add(number: number, start: number, end: number): void {
    for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket += 1) {
      const known = this.#buckets.get(bucket)
      if (known === undefined) this.#buckets.set(bucket, [number])
      else if (known.at(-1) !== number) known.push(number)
    }
  }

  /** Those filed under any position of `[start, end)` or beside it; one may come several times. */
  *within(start: number, end: number): Generator<number> {
    for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket += 1) {
      yield* this.#buckets.get(bucket) ?? []
    }
  }

  /** In ascending order, each once. */
  around(position: number): readonly number[] {
    return this.#buckets.get(Math.floor(position / BUCKET)) ?? []
  }
}
