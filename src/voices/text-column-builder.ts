import type { TextColumn } from './voice-columns.ts'

/** Fills a column of texts of which many are the same: each is kept once. */
export class TextColumnBuilder {
  readonly #number: Uint32Array
  readonly #numbers = new Map<string | null, number>([[null, 0]])

  constructor(length: number) {
    this.#number = new Uint32Array(length)
  }

  set(row: number, text: string | null): void {
    const known = this.#numbers.get(text)
    this.#number[row] = known ?? this.#numbers.size
    if (known === undefined) this.#numbers.set(text, this.#numbers.size)
  }

  /** @param order For each row of the column the row that was set. */
  build(order?: Uint32Array): TextColumn {
    const number = order === undefined ? this.#number : order.map(row => this.#number[row] as number)
    return { number, texts: [...this.#numbers.keys()] }
  }
}
