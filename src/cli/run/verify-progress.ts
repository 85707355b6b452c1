import type { VerifyProgress } from '../../audit/verify.ts'
import type { Surroundings } from '../surroundings.ts'
import { Progress } from './progress.ts'

/** What is done where there is nothing to count. */
const WAITING: Readonly<Partial<Record<VerifyProgress['phase'], string>>> = {
  structure: 'Checking the structure of the database …',
  seals: 'Reading the seals …',
  across: 'Looking anew for the same words, replies and changes …',
}

/** How far a check is: on a terminal a bar for each pass over the articles, else a line now and then. */
export class ShownVerify {
  readonly #surroundings: Surroundings
  #phase: VerifyProgress['phase'] | null = null
  #progress: Progress | null = null

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  show({ phase, articles, total, claims }: VerifyProgress): void {
    if (phase !== this.#phase) this.#begin(phase, total)
    this.#progress?.show({ inputs: articles, claims, dead: 0 })
  }

  end(): void {
    this.#progress?.end()
    this.#clear()
  }

  #begin(phase: VerifyProgress['phase'], total: number): void {
    this.end()
    this.#phase = phase
    const waiting = WAITING[phase]
    const things = phase === 'texts' ? 'articles held against their texts' : 'articles held against their seals'
    this.#progress = waiting === undefined ? new Progress(this.#surroundings, () => total, undefined, things) : null
    if (waiting !== undefined && this.#surroundings.standardError.isTTY === true)
      this.#surroundings.standardError.write(waiting)
  }

  #clear(): void {
    const { standardError } = this.#surroundings
    if (this.#phase !== null && standardError.isTTY === true) standardError.write('\r\x1b[2K')
  }
}
