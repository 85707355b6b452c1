type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>

/** Many numbers in a row that grows: eight bytes each, or four, where an array of numbers or a set would take several times as many. */
export class NumberRow<Row extends Numbers = Float64Array<ArrayBuffer>> {
  readonly #make: (length: number) => Row
  #numbers: Row
  #length = 0

  private constructor(make: (length: number) => Row) {
    this.#make = make
    this.#numbers = make(1024)
  }

  static ofDoubles(): NumberRow {
    return new NumberRow(length => new Float64Array(length))
  }

  /** Of whole numbers of 32 bits. */
  static ofIntegers(): NumberRow<Int32Array<ArrayBuffer>> {
    return new NumberRow(length => new Int32Array(length))
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = this.#make(this.#length * 2)
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    this.#numbers[this.#length++] = number
  }

  at(place: number): number {
    return this.#numbers[place] as number
  }

  get length(): number {
    return this.#length
  }

  /** In the order in which they came. */
  numbers(): Row {
    return this.#numbers.subarray(0, this.#length) as Row
  }

  sorted(): Row {
    return this.numbers().sort() as Row
  }

  /** In order, each once. */
  *distinct(): Generator<number> {
    let last = Number.NaN
    for (const number of this.sorted()) {
      if (number !== last) yield number
      last = number
    }
  }
}
