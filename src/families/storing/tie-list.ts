import { NumberRow } from '../grouping/number-row.ts'

/** A tie of two wordings by their numbers; `one === other` ties those who have it word for word. */
export interface ListedTie {
  readonly one: number
  readonly other: number
  readonly strength: 'strong' | 'weak'
  readonly score: number
}

/** Numbers of a tie in the row. */
const NUMBERS = 4

/** Very many ties in little memory, found by the wordings that they tie. */
export class TieList {
  readonly #row = new NumberRow()
  readonly #wordings: number
  /** Where the ties of each wording begin among `#ties`; made when they are first looked for. */
  #starts: Int32Array | null = null
  #ties = new Int32Array(0)

  /** @param wordings how many there are */
  constructor(wordings: number) {
    this.#wordings = wordings
  }

  push({ one, other, strength, score }: ListedTie): void {
    for (const number of [one, other, strength === 'strong' ? 1 : 0, score]) this.#row.push(number)
    this.#starts = null
  }

  /** The ties of some wordings with one another, each once. */
  within(wordings: ReadonlySet<number>): ListedTie[] {
    const starts = this.#starts ?? this.#index()
    const numbers = this.#row.numbers()
    const found: ListedTie[] = []
    for (const wording of wordings)
      for (const tie of this.#ties.subarray(starts[wording], starts[wording + 1])) {
        const [one, other, isStrong, score] = numbers.subarray(tie * NUMBERS, tie * NUMBERS + NUMBERS) as unknown as [
          number,
          number,
          number,
          number,
        ]
        if (wordings.has(other)) found.push({ one, other, strength: isStrong === 1 ? 'strong' : 'weak', score })
      }
    return found
  }

  /** Only the first wording leads to a tie: that is enough for whoever has both. */
  #index(): Int32Array {
    const numbers = this.#row.numbers()
    const starts = new Int32Array(this.#wordings + 2)
    for (let at = 0; at < numbers.length; at += NUMBERS)
      starts[(numbers[at] as number) + 2] = (starts[(numbers[at] as number) + 2] as number) + 1
    for (let number = 2; number < starts.length; number++)
      starts[number] = (starts[number] as number) + (starts[number - 1] as number)
    this.#ties = new Int32Array(numbers.length / NUMBERS)
    for (let at = 0; at < numbers.length; at += NUMBERS) {
      const next = (numbers[at] as number) + 1
      this.#ties[starts[next] as number] = at / NUMBERS
      starts[next] = (starts[next] as number) + 1
    }
    this.#starts = starts
    return starts
  }
}
