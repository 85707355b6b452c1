const BEGUN = 0
const STAGE = 1
const OVER = 2
const BEGUN_AT_MS = 3
const CALL = 4
const CELLS = 5
const NOBODY = -1
/** What `CALL` says: whether the thread is inside a model's runtime, and whether it may go there at all. */
const OUTSIDE = 0
const INSIDE = 1
const CLOSED = 2

/**
 * What a worker thread says about its article where the main thread can read it even when the worker hangs or is gone:
 * whether, on which thread and when, by that thread's processor time, work has begun, which stage it is in, and whether it is
 * over. Both build one over the same shared memory.
 */
export class Beacon {
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array<SharedArrayBuffer>

  constructor(memory = new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory
    this.#cells = new Int32Array(memory)
  }

  /**
   * Says that this thread has begun work on the article.
   *
   * @param processorMs processor time that the thread has used before
   */
  begin(threadId: number, processorMs: number): void {
    Atomics.store(this.#cells, BEGUN_AT_MS, Math.floor(processorMs))
    Atomics.store(this.#cells, BEGUN, threadId)
    Atomics.notify(this.#cells, BEGUN)
  }

  /** Processor time of the thread when work had begun. */
  get begunAtMs(): number {
    return Atomics.load(this.#cells, BEGUN_AT_MS)
  }

  /** Says that the article is done, or has failed: what remains is to tell. */
  finish(): void {
    Atomics.store(this.#cells, OVER, 1)
  }

  get isFinished(): boolean {
    return Atomics.load(this.#cells, OVER) === 1
  }

  /** Wakes whoever waits for work to begin, because it never will. */
  giveUp(): void {
    Atomics.compareExchange(this.#cells, BEGUN, 0, NOBODY)
    Atomics.notify(this.#cells, BEGUN)
  }

  /** Id of the thread that works on the article, once one does; null when none ever will. */
  async begun(): Promise<number | null> {
    await Atomics.waitAsync(this.#cells, BEGUN, 0).value
    const threadId = Atomics.load(this.#cells, BEGUN)
    return threadId === NOBODY ? null : threadId
  }

  /**
   * Says that this thread goes into a model's runtime: whoever ended it there would end the whole process. Never comes back
   * where that is closed.
   */
  enterCall(): void {
    while (Atomics.compareExchange(this.#cells, CALL, OUTSIDE, INSIDE) === CLOSED)
      Atomics.wait(this.#cells, CALL, CLOSED)
  }

  leaveCall(): void {
    Atomics.compareExchange(this.#cells, CALL, INSIDE, OUTSIDE)
  }

  /** Keeps the thread out of the runtime from now on, so that it can be ended. False while it is inside. */
  closeCalls(): boolean {
    return Atomics.compareExchange(this.#cells, CALL, OUTSIDE, CLOSED) !== INSIDE
  }

  /** Says that the stage with this index has begun. */
  enterStage(index: number): void {
    Atomics.store(this.#cells, STAGE, index + 1)
  }

  /** Index of the stage that began last, or null when none has. */
  get stage(): number | null {
    const stored = Atomics.load(this.#cells, STAGE)
    return stored === 0 ? null : stored - 1
  }
}
