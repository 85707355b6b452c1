import type { SharedRun } from './shared-run.ts'

/** No path ends on this diagonal. */
const NONE = -2
/** Numbers of a run as it is kept: its places in both rows, its length, and where the run before it is kept. */
const NUMBERS = 4

/**
 * Runs of words that two rows share with the fewest words added and removed (Myers 1986); none where these are more than `most`. Of
 * several ways it takes the one that jsdiff's `diffArrays` does, at less cost: it keeps numbers where that makes objects.
 */
export function alignRows(one: readonly string[], other: readonly string[], most: number): SharedRun[] {
  const paths = new Paths(one, other, Math.min(one.length + other.length, most))
  let last = paths.begin()
  for (let edits = 1; last === null && edits <= paths.most; edits++) last = paths.extend(edits)
  return last === null ? [] : paths.runsUpTo(last)
}

/** How far one gets in both rows with so many words added and removed, by how many more were removed than added: its diagonal. */
class Paths {
  readonly most: number
  readonly #one: readonly string[]
  readonly #other: readonly string[]
  /** Of each diagonal, from `-most - 1` on, the last place in `one` that was reached, and where its last run is kept, or -1. */
  readonly #places: number[]
  readonly #lasts: number[]
  readonly #runs: number[] = []
  /** Diagonals beyond these lead out of one of the rows. */
  #lowest: number
  #highest: number

  constructor(one: readonly string[], other: readonly string[], most: number) {
    this.#one = one
    this.#other = other
    this.most = most
    this.#places = new Array<number>(2 * most + 3).fill(NONE)
    this.#lasts = new Array<number>(2 * most + 3).fill(NONE)
    this.#lowest = -most
    this.#highest = most
  }

  /** @returns where the last run is kept, -1 for none, if nothing has to be added or removed; else null */
  begin(): number | null {
    return this.#follow(0, -1, -1)
  }

  /** Adds or removes one word more. @returns where the last run is kept, if both rows end now; else null */
  extend(edits: number): number | null {
    const middle = this.most + 1
    const places = this.#places
    for (let at = Math.max(this.#lowest, -edits); at <= Math.min(this.#highest, edits); at += 2) {
      const [removed, added] = [places[middle + at - 1] as number, places[middle + at + 1] as number]
      places[middle + at - 1] = NONE
      const place = added - at
      const canAdd = added !== NONE && place >= 0 && place < this.#other.length
      const canRemove = removed !== NONE && removed + 1 < this.#one.length
      let last: number | null = null
      if (canAdd && (!canRemove || removed < added))
        last = this.#follow(at, added, this.#lasts[middle + at + 1] as number)
      else if (canRemove) last = this.#follow(at, removed + 1, this.#lasts[middle + at - 1] as number)
      else places[middle + at] = NONE
      if (last !== null) return last
    }
    return null
  }

  runsUpTo(last: number): SharedRun[] {
    const runs: SharedRun[] = []
    for (let at = last; at !== -1; at = this.#runs[at + NUMBERS - 1] as number)
      runs.push([this.#runs[at] as number, this.#runs[at + 1] as number, this.#runs[at + 2] as number])
    return runs.reverse()
  }

  /** Goes on from a place as long as both rows have the same words. */
  #follow(diagonal: number, from: number, before: number): number | null {
    const [one, other] = [this.#one, this.#other]
    let place = from
    while (
      place + 1 < one.length &&
      place + 1 - diagonal < other.length &&
      one[place + 1] === other[place + 1 - diagonal]
    )
      place++
    const last = place === from ? before : this.#runs.length
    if (place > from) this.#runs.push(from + 1, from + 1 - diagonal, place - from, before)
    const [isEnd, isOtherEnd] = [place + 1 >= one.length, place - diagonal + 1 >= other.length]
    if (isEnd && isOtherEnd) return last
    this.#places[this.most + 1 + diagonal] = place
    this.#lasts[this.most + 1 + diagonal] = last
    if (isEnd) this.#highest = Math.min(this.#highest, diagonal - 1)
    if (isOtherEnd) this.#lowest = Math.max(this.#lowest, diagonal + 1)
    return null
  }
}
