import { NumberColumnBuilder } from './number-column.ts'
import type { TextColumn } from './voice-columns.ts'

/** Fills a column of texts of which many are the same: each is kept once. */
export class TextColumnBuilder {
  readonly #number: NumberColumnBuilder
  readonly #numbers = new Map<string | null, number>([[null, 0]])

  constructor(length: number) {
    this.#number = new NumberColumnBuilder(length)
  }

  set(row: number, text: string | null): void {
    // The column begins with zeros, which stand for null.
    if (text === null) return
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(text, number)
    }
    this.#number.set(row, number)
  }

  build(): TextColumn {
    return { number: this.#number.values, texts: [...this.#numbers.keys()] }
  }
}
