import type { TextColumn } from './voice-columns.ts'

/** Fills a column of texts of which many are the same: each is kept once. */
export class TextColumnBuilder {
  readonly #number: Uint32Array
  readonly #numbers = new Map<string | null, number>([[null, 0]])

  constructor(length: number) {
    this.#number = new Uint32Array(length)
  }

  set(row: number, text: string | null): void {
    // The column begins with zeros, which stand for null.
    if (text === null) return
    const known = this.#numbers.get(text)
    this.#number[row] = known ?? this.#numbers.size
    if (known === undefined) this.#numbers.set(text, this.#numbers.size)
  }

  /** @param order For each row of the column the row that was set. */
  build(order?: Uint32Array): TextColumn {
    if (order === undefined) return { number: this.#number, texts: [...this.#numbers.keys()] }
    const number = new Uint32Array(order.length)
    for (let row = 0; row < order.length; row++) number[row] = this.#number[order[row] as number] as number
    return { number, texts: [...this.#numbers.keys()] }
  }
}
