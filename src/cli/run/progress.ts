import type { RunCounts } from '../../store/store.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { describeTime } from './describe-time.ts'
import { Rate } from './rate.ts'

const BAR = 30
const SHOW_EVERY_MS = 100
/** Elsewhere than on a terminal: rarely enough for the log of a service, often enough to see that it lives. */
const LINE_EVERY_MS = 30_000

type Shown = Pick<RunCounts, 'inputs' | 'claims' | 'dead'>

/** How far a run is: a bar on a terminal, else a line now and then. */
export class Progress {
  readonly #surroundings: Surroundings
  readonly #countTotal: () => number | null
  #total: number | null | undefined
  readonly #clock: () => number
  readonly #things: string
  readonly #rate = new Rate()
  #shown: number | null = null
  #lined: number
  #isOver = false

  /**
   * @param countTotal how many inputs there will be, or null where nobody knows; asked when that is first shown
   * @param clock milliseconds
   * @param things what is counted as `inputs`
   */
  constructor(
    surroundings: Surroundings,
    countTotal: () => number | null,
    clock = () => performance.now(),
    things = 'inputs',
  ) {
    this.#surroundings = surroundings
    this.#things = things
    this.#countTotal = countTotal
    this.#clock = clock
    this.#lined = clock()
    this.#rate.add(0, this.#lined)
  }

  show(counts: Shown): void {
    const now = this.#clock()
    if (this.#isOver || (this.#shown !== null && now - this.#shown < SHOW_EVERY_MS)) return
    this.#shown = now
    this.#rate.add(counts.inputs, now)
    if (this.#surroundings.standardError.isTTY === true) this.#draw(counts)
    else if (now - this.#lined >= LINE_EVERY_MS) {
      this.#lined = now
      note(this.#surroundings, `${this.#describe(counts).join(', ')}.`)
    }
  }

  /** Takes the bar away until there is something new to show. */
  clear(): void {
    if (!this.#isOver && this.#shown !== null && this.#surroundings.standardError.isTTY === true) {
      this.#surroundings.standardError.write('\r\x1b[2K')
    }
  }

  /** Takes the bar away for good. */
  end(): void {
    this.clear()
    this.#isOver = true
  }

  #draw(counts: Shown): void {
    const { standardError } = this.#surroundings
    const total = this.#totalFor(counts)
    const done = total === null ? null : Math.round((BAR * counts.inputs) / total)
    const bar = done === null ? [] : ['█'.repeat(done) + '░'.repeat(BAR - done)]
    const line = [...bar, ...this.#describe(counts)].join('  ')
    // A line that wraps could not be taken away again.
    standardError.write(`\r\x1b[2K${line.slice(0, (standardError.columns ?? 120) - 1)}`)
  }

  #describe(counts: Shown): string[] {
    const { inputs, claims, dead } = counts
    const total = this.#totalFor(counts)
    const [rate, rest] = [this.#rate.perSecond, total === null ? null : this.#rate.secondsTo(total)]
    return [
      total === null ? `${inputs} ${this.#things}` : `${inputs} of ${total} ${this.#things}`,
      ...(rate === null ? [] : [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`]),
      ...(rest === null ? [] : [`${describeTime(rest)} left`]),
      `${claims} claims`,
      ...(dead > 0 ? [`${dead} failed`] : []),
    ]
  }

  /** A file may have held more than its name promised. */
  #totalFor({ inputs }: Shown): number | null {
    if (this.#total === undefined) this.#total = this.#countTotal()
    return this.#total !== null && inputs <= this.#total ? this.#total : null
  }
}
