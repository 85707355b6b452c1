import { Buffer } from 'node:buffer'
import { NumberRow } from '../../grouping/number-row.ts'

/** Many short texts in a row that grows: their bytes alone, outside of what the garbage collector looks through. */
export class TextRow {
  #bytes = Buffer.alloc(1 << 16)
  #length = 0
  readonly #ends = NumberRow.ofDoubles()

  push(text: string): void {
    const length = Buffer.byteLength(text)
    while (this.#length + length > this.#bytes.length) {
      const longer = Buffer.alloc(this.#bytes.length * 2)
      this.#bytes.copy(longer, 0, 0, this.#length)
      this.#bytes = longer
    }
    this.#length += this.#bytes.write(text, this.#length)
    this.#ends.push(this.#length)
  }

  at(place: number): string {
    const from = place === 0 ? 0 : this.#ends.at(place - 1)
    return this.#bytes.toString('utf8', from, this.#ends.at(place))
  }
}
