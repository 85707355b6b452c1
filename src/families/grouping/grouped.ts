/** Places of very many things by a number that each has, in eight bytes a thing; those of one number in their order. */
export class Grouped {
  readonly #starts: Int32Array<ArrayBuffer>
  readonly #places: Int32Array<ArrayBuffer>

  /**
   * @param count how many things there are
   * @param numbers one more than the highest number
   */
  constructor(count: number, numbers: number, numberOf: (place: number) => number) {
    const starts = new Int32Array(numbers + 2)
    const places = new Int32Array(count)
    const add = (at: number, more: number) => {
      starts[at] = (starts[at] as number) + more
    }
    for (let place = 0; place < count; place++) add(numberOf(place) + 2, 1)
    for (let number = 2; number < starts.length; number++) add(number, starts[number - 1] as number)
    for (let place = 0; place < count; place++) {
      const at = numberOf(place) + 1
      places[starts[at] as number] = place
      add(at, 1)
    }
    this.#starts = starts
    this.#places = places
  }

  of(number: number): Int32Array {
    return this.#places.subarray(this.#starts[number], this.#starts[number + 1])
  }
}
