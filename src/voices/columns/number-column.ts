/** Numbers from 0 on, in as few bytes each as the largest of them takes. */
export type NumberColumn = Uint8Array | Uint16Array | Uint32Array

/** Fills a column of numbers of which nobody knows yet how large they are: nearly all counts fit one byte. */
export class NumberColumnBuilder {
  #values: NumberColumn

  constructor(length: number) {
    this.#values = new Uint8Array(length)
  }

  set(row: number, value: number): void {
    if (value >= 2 ** (8 * this.#values.BYTES_PER_ELEMENT)) this.#widen(value)
    this.#values[row] = value
  }

  /** The column so far; it is another one once a larger number was set. */
  get values(): NumberColumn {
    return this.#values
  }

  #widen(value: number): void {
    const wide = value < 2 ** 16 ? new Uint16Array(this.#values.length) : new Uint32Array(this.#values.length)
    wide.set(this.#values)
    this.#values = wide
  }
}

/**
 * Puts the rows of a column that are kept where they belong, in place.
 *
 * @param kept the rows in their order, of which none goes to a later place than its own
 */
export function keepRows<Column extends NumberColumn>(column: Column, kept: Uint32Array): Column {
  for (let row = 0; row < kept.length; row++) column[row] = column[kept[row] as number] as number
  return column.subarray(0, kept.length) as Column
}
