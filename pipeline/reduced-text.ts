import type { Span } from '../src/domain/span.ts'
import { firstAfter } from './positions/first-after.ts'

/** Characters of a text that something shorter stands for. */
export interface Cut extends Span {
  /** No longer than what it stands for. */
  readonly instead: string
}

/** Where a run of the reduced text begins, there and in the whole one. */
interface Run {
  readonly reduced: number
  readonly whole: number
}

/** A text without some of its characters, which knows where the others stood. Offsets are UTF-16. */
export class Reduced {
  readonly text: string
  readonly #runs: readonly Run[]

  /** @param cuts in text order, apart from each other */
  constructor(whole: string, cuts: readonly Cut[]) {
    const parts: string[] = []
    const runs: Run[] = [{ reduced: 0, whole: 0 }]
    let length = 0
    let from = 0
    for (const { start, end, instead } of cuts) {
      parts.push(whole.slice(from, start), instead)
      length += start - from + instead.length
      from = end
      runs.push({ reduced: length, whole: end })
    }
    parts.push(whole.slice(from))
    this.text = parts.join('')
    this.#runs = runs
  }

  /** The span of the whole text with the same words. By its last character: what is left out after it is no part of it. */
  toWhole({ start, end }: Span): Span {
    const from = this.#at(start)
    return { start: from, end: end > start ? this.#at(end - 1) + 1 : from }
  }

  #at(offset: number): number {
    const { reduced, whole } = this.#runs[firstAfter(this.#runs, offset, run => run.reduced) - 1] as Run
    return whole + (offset - reduced)
  }
}
