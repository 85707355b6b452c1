import type { Write } from '../write.ts'

/**
 * Writes the items of one long JSON array, or with keys the members of an object, one a line: what stands before and
 * after them is written by whom they belong to.
 */
export class JsonItems {
  readonly #write: Write
  #isFirst = true

  constructor(write: Write) {
    this.#write = write
  }

  async add(item: unknown, key?: string): Promise<void> {
    const comma = this.#isFirst ? '' : ','
    this.#isFirst = false
    await this.#write(`${comma}\n${key === undefined ? '' : `${JSON.stringify(key)}:`}${JSON.stringify(item)}`)
  }
}
