import { Grouped } from '../../grouping/grouped.ts'
import { NumberRow } from '../../grouping/number-row.ts'
import { SCORE_STEPS } from '../stored-ties.ts'

/** A tie of two wordings by their numbers; `one === other` ties those who have it word for word. */
export interface ListedTie {
  readonly one: number
  readonly other: number
  readonly strength: 'strong' | 'weak'
  /** Rounded as it is kept. */
  readonly score: number
}

/** Numbers of a tie in the row: both wordings, and the steps of its score with its strength. */
const NUMBERS = 3

/** Very many ties in little memory, found by the wordings that they tie. */
export class TieList {
  readonly #row = NumberRow.ofIntegers()
  readonly #wordings: number
  /** Ties by their first wording, which is enough for whoever has both; made when they are first looked for. */
  #byFirst: Grouped | null = null

  /** @param wordings how many there are */
  constructor(wordings: number) {
    this.#wordings = wordings
  }

  push({ one, other, strength, score }: ListedTie): void {
    this.#row.push(one)
    this.#row.push(other)
    this.#row.push(Math.round(score * SCORE_STEPS) * 2 + (strength === 'strong' ? 1 : 0))
    this.#byFirst = null
  }

  /** The ties of some wordings with one another, each once. */
  within(wordings: ReadonlySet<number>): ListedTie[] {
    const numbers = this.#row.numbers()
    this.#byFirst ??= new Grouped(numbers.length / NUMBERS, this.#wordings, place => numbers[place * NUMBERS] as number)
    const found: ListedTie[] = []
    for (const one of wordings)
      for (const place of this.#byFirst.of(one)) {
        const other = numbers[place * NUMBERS + 1] as number
        const value = numbers[place * NUMBERS + 2] as number
        if (!wordings.has(other)) continue
        found.push({ one, other, strength: value % 2 === 1 ? 'strong' : 'weak', score: (value >> 1) / SCORE_STEPS })
      }
    return found
  }
}
