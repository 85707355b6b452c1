import type { QueryAnswer } from './answer.ts'
import { LONGEST_QUERY } from './limits.ts'

/** What answers the console's queries, and can do nothing else with the database. */
export interface QueryConsole {
  /** Whose SQL it takes, for people. */
  readonly language: string
  /** Never throws for what the query is or does: that is part of the answer. */
  run(sql: string): Promise<QueryAnswer>
  /** Why no query at all may run, in one sentence; null when they may. Where there is no such reason ever, it is missing. */
  findObstacle?(): Promise<string | null>
  /** What still runs is lost. */
  close(): void | Promise<void>
}

/** How many may wait for the one that runs; each takes a second at most. */
const MOST_WAITING = 8

/** Lets queries run one after another, and refuses those that are too long or come when too many wait. */
export class QueryLine {
  readonly #answer: (sql: string) => Promise<QueryAnswer>
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #isClosed = false

  constructor(answer: (sql: string) => Promise<QueryAnswer>) {
    this.#answer = answer
  }

  async run(sql: string): Promise<QueryAnswer> {
    if (sql.length > LONGEST_QUERY)
      return { kind: 'refused', reason: `A query may have ${LONGEST_QUERY} characters here; this one is longer.` }
    if (this.#waiting >= MOST_WAITING)
      return { kind: 'refused', reason: 'Too many queries are waiting; try again in a moment.' }
    this.#waiting++
    const answer = this.#last.then(() => this.#answerNext(sql))
    this.#last = answer.catch(() => {})
    try {
      return await answer
    } finally {
      this.#waiting--
    }
  }

  close(): void {
    this.#isClosed = true
  }

  async #answerNext(sql: string): Promise<QueryAnswer> {
    return this.#isClosed ? { kind: 'refused', reason: 'The site is closing.' } : await this.#answer(sql)
  }
}
