import { setTimeout as wait } from 'node:timers/promises'
import { type Backend, endBackend } from '../../../store/postgres/read/backend.ts'
import { UserQuery } from '../../../store/postgres/read/user-query.ts'
import type { QueryAnswer } from '../answer.ts'
import { consoleSettings } from './console-settings.ts'

/** Most that may come from the server at once: it gives rows whole, however long they are. */
const LONGEST_VALUE = 20_000_000
const WATCH_EVERY_MS = 25
/** How long the server may take to notice its own time-out. */
const GRACE_MS = 500

type End = 'late' | 'large' | 'closed'

/** A query of the console that is cut off, and ended on the server, when it takes too long or sends too much. */
export class RunningQuery {
  readonly backend: Backend
  readonly #url: string
  readonly #query: UserQuery
  readonly #milliseconds: number
  /** Resolves once nothing of it is left on the server (true), or it will not end yet (false). */
  readonly ended: Promise<boolean>
  readonly #settle: (isGone: boolean | Promise<boolean>) => void
  #why: End | null = null

  private constructor(url: string, query: UserQuery, milliseconds: number, backend: Backend) {
    this.#url = url
    this.#query = query
    this.#milliseconds = milliseconds
    this.backend = backend
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.ended = promise
    this.#settle = resolve
  }

  /**
   * Connects, with nothing but `pg_catalog` on the search path.
   *
   * @throws HearsayError (4)
   */
  static async begin(url: string, milliseconds: number): Promise<RunningQuery> {
    const query = await UserQuery.begin(url, milliseconds, consoleSettings(milliseconds))
    try {
      return new RunningQuery(url, query, milliseconds, await query.identify())
    } catch (error) {
      await query.close()
      throw error
    }
  }

  end(why: End): void {
    this.#why ??= why
    this.#query.cut()
  }

  /**
   * Does with the query what `action` does, and then ends it.
   *
   * @throws HearsayError 2 (it fails while it runs) or 4
   */
  async take(action: (query: UserQuery) => Promise<QueryAnswer>): Promise<QueryAnswer> {
    const done = new AbortController()
    const isTooLarge = () => this.#query.bytesRead > LONGEST_VALUE
    void after(this.#milliseconds + GRACE_MS, done.signal, () => this.end('late'))
    void watch(done.signal, isTooLarge, () => this.end('large'))
    try {
      const answer = await action(this.#query)
      // What came between two looks is as large as what was seen coming.
      if (isTooLarge()) this.end('large')
      const reason = this.#reason()
      return reason === null ? answer : { kind: 'refused', reason }
    } catch (error) {
      const reason = this.#reason()
      if (reason === null) throw error
      return { kind: 'refused', reason }
    } finally {
      done.abort()
      if (this.#why === null) {
        await this.#query.close()
        this.#settle(true)
      } else this.#settle(endBackend(this.#url, this.backend))
    }
  }

  #reason(): string | null {
    const milliseconds = this.#milliseconds
    switch (this.#why) {
      case 'late':
        return `The query was stopped: it took longer than ${milliseconds / 1000} second${milliseconds === 1000 ? '' : 's'}.`
      case 'large':
        return 'The query was stopped: what it gives is too big.'
      case 'closed':
        return 'The site is closing.'
      case null:
        return null
    }
  }
}

async function after(milliseconds: number, signal: AbortSignal, action: () => void): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal })
    action()
  } catch {
    // The query has ended.
  }
}

async function watch(signal: AbortSignal, isBeyond: () => boolean, end: () => void): Promise<void> {
  try {
    while (!isBeyond()) await wait(WATCH_EVERY_MS, undefined, { signal })
    end()
  } catch {
    // The query has ended.
  }
}
