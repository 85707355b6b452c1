import { updateAcross } from './update.ts'

/** After what was stored, so long nothing is entered: more will come, and much at once costs less than one by one. */
const WAIT_MS = 10_000

/** Enters articles across articles now and then, while others are stored. */
export class KeepUp {
  readonly #db: string
  readonly #onError: (error: unknown) => void
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | null = null
  #work: Promise<void> = Promise.resolve()
  #stored = 0

  /** @param onError told why articles were not entered; they wait for the next time */
  constructor(db: string, onError: (error: unknown) => void) {
    this.#db = db
    this.#onError = onError
  }

  /** Says how many articles were stored up to now. */
  note(stored: number): void {
    if (stored <= this.#stored || this.#stop.signal.aborted) return
    this.#stored = stored
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#work = this.#work.then(() => this.#update())
    }, WAIT_MS).unref()
  }

  /** Ends between two transactions what is under way. */
  async close(): Promise<void> {
    this.#stop.abort()
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#work
  }

  async #update(): Promise<void> {
    if (this.#stop.signal.aborted) return
    await updateAcross(this.#db, { signal: this.#stop.signal }).catch(this.#onError)
  }
}
