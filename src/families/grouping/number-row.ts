/** Many numbers in a row that grows: eight bytes each, where an array of numbers or a set would take several times as many. */
export class NumberRow {
  #numbers = new Float64Array(1024)
  #length = 0

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Float64Array(this.#length * 2)
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    this.#numbers[this.#length++] = number
  }

  get length(): number {
    return this.#length
  }

  /** In the order in which they came. */
  numbers(): Float64Array {
    return this.#numbers.subarray(0, this.#length)
  }

  sorted(): Float64Array {
    return this.#numbers.subarray(0, this.#length).sort()
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
