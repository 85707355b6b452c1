import { HearsayError } from '../domain/errors.ts'
import type { Submission } from './submission.ts'

/** What may wait in memory. */
export interface WaitingLimits {
  readonly submissions: number
  /** Of what was given and of the texts that were read of it, together. */
  readonly bytes: number
  /** How long something waits that nobody looks at, in ms. */
  readonly milliseconds: number
}

export const WAITING_LIMITS: WaitingLimits = { submissions: 20, bytes: 200_000_000, milliseconds: 30 * 60_000 }

interface Waiting {
  submission: Submission
  seen: number
}

/**
 * What was given and not yet kept or dropped. When it is full, what nobody has looked at for longest makes room, unless
 * it is being kept.
 */
export class WaitingRoom {
  readonly #limits: WaitingLimits
  readonly #now: () => number
  readonly #waiting = new Map<string, Waiting>()

  constructor(limits: WaitingLimits = WAITING_LIMITS, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
  }

  /** @throws HearsayError (2) when it is larger than all that may wait, or there is no room beside what is being kept */
  put(submission: Submission): void {
    const size = sizeOf(submission)
    this.#waiting.delete(submission.id)
    this.forgetOld()
    const { submissions, bytes } = this.#limits
    while (this.#waiting.size + 1 > submissions || this.#bytes() + size > bytes) {
      const oldest = [...this.#waiting.values()]
        .filter(({ submission }) => isIdle(submission))
        .toSorted((a, b) => a.seen - b.seen)[0]
      if (oldest === undefined)
        throw new HearsayError(
          'Too much waits to be kept at the moment; try again when it has been, or give less at once.',
          'site-busy',
        )
      this.#waiting.delete(oldest.submission.id)
    }
    this.#waiting.set(submission.id, { submission, seen: this.#now() })
  }

  /** Null when there is none, or there is none any more. */
  get(id: string): Submission | null {
    this.forgetOld()
    const found = this.#waiting.get(id)
    if (found === undefined) return null
    found.seen = this.#now()
    return found.submission
  }

  /** The submission with other values, if it is still there. */
  change(id: string, values: Partial<Omit<Submission, 'id'>>): void {
    const found = this.#waiting.get(id)
    if (found !== undefined) found.submission = { ...found.submission, ...values }
  }

  drop(id: string): void {
    this.#waiting.delete(id)
  }

  all(): readonly Submission[] {
    return [...this.#waiting.values()].map(({ submission }) => submission)
  }

  forgetOld(): void {
    for (const [id, { submission, seen }] of this.#waiting)
      if (isIdle(submission) && this.#now() - seen > this.#limits.milliseconds) this.#waiting.delete(id)
  }

  #bytes(): number {
    return [...this.#waiting.values()].reduce((sum, { submission }) => sum + sizeOf(submission), 0)
  }
}

function isIdle({ progress }: Submission): boolean {
  return progress.stage === 'read' || progress.stage === 'kept'
}

function sizeOf({ given, outcomes }: Submission): number {
  const texts = outcomes.reduce((sum, outcome) => {
    if (outcome.outcome !== 'article') return sum
    return sum + 2 * (outcome.leftOut ?? []).reduce((all, { text }) => all + text.length, outcome.article.text.length)
  }, 0)
  return given.reduce((sum, { bytes }) => sum + bytes.length, texts)
}
