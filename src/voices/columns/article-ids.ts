const BYTES = 32

/** The ids of articles, which are SHA-256s, in ascending order: 32 bytes each, where texts would take a hundred. */
export class ArticleIds {
  readonly #bytes: Buffer

  /** @param bytes of the ids, one behind the other in ascending order */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  at(place: number): string {
    return this.#bytes.toString('hex', place * BYTES, (place + 1) * BYTES)
  }

  /** The place of an id, or -1. */
  placeOf(id: string): number {
    const wanted = Buffer.from(id, 'hex')
    if (wanted.length !== BYTES) return -1
    let [low, high] = [0, this.#bytes.length / BYTES - 1]
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = this.#bytes.compare(wanted, 0, BYTES, middle * BYTES, (middle + 1) * BYTES)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}

/** So many bytes are compared as one number, which tells nearly all ids apart. */
const KEY_BYTES = 6

/** Takes ids as they come, and puts them in order. */
export class ArticleIdsBuilder {
  #bytes = Buffer.alloc(64 * BYTES)
  #length = 0

  add(id: string): void {
    const at = this.#length++ * BYTES
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * at)
    const written = this.#bytes.write(id, at, 'hex')
    if (written !== BYTES) throw new Error(`${id} is no id of an article`)
  }

  /** The ids in ascending order, and for each of them as the how manyth it came. */
  build(): { readonly ids: ArticleIds; readonly order: Uint32Array } {
    const bytes = this.#bytes
    const keys = new Float64Array(this.#length)
    for (let place = 0; place < keys.length; place++) keys[place] = bytes.readUIntBE(place * BYTES, KEY_BYTES)
    const order = new Uint32Array(this.#length)
    for (let place = 0; place < order.length; place++) order[place] = place
    order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || this.#compare(a, b))
    const sorted = Buffer.allocUnsafeSlow(order.length * BYTES)
    for (let place = 0; place < order.length; place++) {
      const from = (order[place] as number) * BYTES
      bytes.copy(sorted, place * BYTES, from, from + BYTES)
    }
    return { ids: new ArticleIds(sorted), order }
  }

  #compare(a: number, b: number): number {
    return this.#bytes.compare(this.#bytes, b * BYTES, (b + 1) * BYTES, a * BYTES, (a + 1) * BYTES)
  }
}
