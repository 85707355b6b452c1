const ENTRY = 0
const BEGUN_AT_MS = 1
const KILOBYTES = 2
const CELLS = 3

/**
 * What a reading thread says of the entry that it is at, where the main thread can read it even when the thread hangs: its
 * number, how much processor time the thread had used when it came to it, and how many bytes it has taken for it. Both build
 * one over the same shared memory.
 */
export class ReadingBeacon {
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array<SharedArrayBuffer>
  #bytes = 0

  constructor(memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory
    this.#cells = new Int32Array(memory)
  }

  /** @param processorMs processor time that the thread has used before */
  beginEntry(processorMs: number): void {
    this.#bytes = 0
    Atomics.store(this.#cells, KILOBYTES, 0)
    Atomics.store(this.#cells, BEGUN_AT_MS, Math.floor(processorMs))
    Atomics.add(this.#cells, ENTRY, 1)
  }

  takeBytes(count: number): void {
    this.#bytes += count
    Atomics.store(this.#cells, KILOBYTES, Math.floor(this.#bytes / 1000))
  }

  /** Tells one entry from another. */
  get entry(): number {
    return Atomics.load(this.#cells, ENTRY)
  }

  get begunAtMs(): number {
    return Atomics.load(this.#cells, BEGUN_AT_MS)
  }

  get megabytes(): number {
    return Atomics.load(this.#cells, KILOBYTES) / 1000
  }
}
