import type { RunCounts } from '../store/store.ts'
import type { Surroundings } from './surroundings.ts'

const BAR = 30
const SHOW_EVERY_MS = 100

/** The bar that a run shows on a terminal, and only there. */
export class Progress {
  readonly #surroundings: Surroundings
  readonly #total: number
  #shown = 0
  #isOver = false

  private constructor(surroundings: Surroundings, total: number) {
    this.#surroundings = surroundings
    this.#total = total
  }

  /** Null where there is no terminal to show it on. */
  static start(surroundings: Surroundings, inputs: Iterable<unknown>): Progress | null {
    if (surroundings.standardError.isTTY !== true) return null
    let total = 0
    for (const _ of inputs) total += 1
    return new Progress(surroundings, total)
  }

  show({ inputs, claims, dead }: RunCounts): void {
    const now = performance.now()
    if (this.#isOver || now - this.#shown < SHOW_EVERY_MS) return
    this.#shown = now
    const done = Math.round((BAR * Math.min(inputs, this.#total)) / this.#total)
    const bar = '█'.repeat(done) + '░'.repeat(BAR - done)
    const failed = dead > 0 ? `  ${dead} failed` : ''
    this.#surroundings.standardError.write(`\r\x1b[2K${bar}  ${inputs} of ${this.#total}  ${claims} claims${failed}`)
  }

  /** Takes the bar away. */
  end(): void {
    if (!this.#isOver && this.#shown > 0) this.#surroundings.standardError.write('\r\x1b[2K')
    this.#isOver = true
  }
}
