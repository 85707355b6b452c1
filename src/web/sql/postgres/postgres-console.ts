import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { HearsayError } from '../../../domain/errors.ts'
import { findCallableNames } from '../../../store/postgres/callable-names.ts'
import { findOwnTables } from '../../../store/postgres/own-tables.ts'
import { requireQuery, UserQuery } from '../../../store/postgres/user-query.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { QueryAnswer } from '../answer.ts'
import { CONSOLE_LIMITS, type QueryLimits } from '../limits.ts'
import { type QueryConsole, QueryLine } from '../query-console.ts'
import { allowPlan } from './allow-plan.ts'
import { consoleSettings } from './console-settings.ts'
import { findObstacle } from './obstacle.ts'
import { takeRows } from './take-rows.ts'
import { tieQuery } from './tie-query.ts'

/** Most that may come from the server at once: it gives rows whole, however long they are. */
const LONGEST_VALUE = 20_000_000
const WATCH_EVERY_MS = 25
/** How long the server may take to notice its own time-out. */
const GRACE_MS = 500

type End = 'late' | 'large' | 'closed'

/**
 * Runs queries of the console on a PostgreSQL server, one after another, each on a connection of its own.
 *
 * Three things hold them, each enough for most of what could be tried: a query consists of what `check-query.ts` lists, and
 * each name in it means one thing; the user has no rights beyond the tables (see `excess-rights.ts`), or else there is no
 * console; and the transaction only reads, with limits, and its process on the server is ended when they are over.
 */
export class PostgresConsole implements QueryConsole {
  readonly language = 'PostgreSQL'
  readonly #url: string
  readonly #database: StoreDatabase
  readonly #limits: QueryLimits
  readonly #line = new QueryLine(query => this.#ask(query))
  #running: RunningQuery | null = null
  /** One that the server had not ended when it was last asked to. */
  #lingering: UserQuery | null = null

  /** @param database the same one, to ask which tables there are */
  constructor(url: string, database: StoreDatabase, limits: QueryLimits = CONSOLE_LIMITS) {
    this.#url = url
    this.#database = database
    this.#limits = limits
  }

  async run(query: string): Promise<QueryAnswer> {
    return await this.#line.run(query)
  }

  async findObstacle(): Promise<string | null> {
    return await findObstacle(this.#database)
  }

  /** Waits until the server has ended what still runs. */
  async close(): Promise<void> {
    this.#line.close()
    const running = this.#running
    running?.end('closed')
    await running?.ended
  }

  async #ask(query: string): Promise<QueryAnswer> {
    try {
      const obstacle = await this.findObstacle()
      if (obstacle !== null) return { kind: 'refused', reason: obstacle }
      requireQuery(query)
      const own = await findOwnTables(this.#database)
      const tied = tieQuery(query, { ...own, callable: await findCallableNames(this.#database) })
      if (this.#lingering !== null && !(await this.#lingering.endBackend()))
        return { kind: 'refused', reason: 'The server is still ending the query before; try again in a moment.' }
      this.#lingering = null
      const { milliseconds } = this.#limits
      const running = new RunningQuery(await UserQuery.begin(this.#url, milliseconds, consoleSettings(milliseconds)))
      this.#running = running
      return await running.take(async on => {
        const start = performance.now()
        allowPlan(await on.explain(tied), own)
        await on.open(tied)
        const answer = await takeRows(on, this.#limits)
        return { kind: 'rows', ...answer, milliseconds: performance.now() - start }
      }, milliseconds)
    } catch (error) {
      if (error instanceof HearsayError) return { kind: 'refused', reason: error.message }
      throw error
    } finally {
      const isGone = (await this.#running?.ended) ?? true
      if (!isGone) this.#lingering = this.#running?.query ?? null
      this.#running = null
    }
  }
}

/** A query that is cut off when it takes too long, or sends too much. */
class RunningQuery {
  readonly query: UserQuery
  /** Resolves once nothing of it is left on the server (true), or it will not end yet (false). */
  readonly ended: Promise<boolean>
  readonly #settle: (isGone: boolean | Promise<boolean>) => void
  #why: End | null = null

  constructor(query: UserQuery) {
    this.query = query
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.ended = promise
    this.#settle = resolve
  }

  end(why: End): void {
    this.#why ??= why
    this.query.cut()
  }

  async take(action: (query: UserQuery) => Promise<QueryAnswer>, milliseconds: number): Promise<QueryAnswer> {
    const done = new AbortController()
    void after(milliseconds + GRACE_MS, done.signal, () => this.end('late'))
    void watch(
      done.signal,
      () => this.query.bytesRead > LONGEST_VALUE,
      () => this.end('large'),
    )
    try {
      return await action(this.query)
    } catch (error) {
      const reason = this.#reason(milliseconds)
      if (reason === null) throw error
      return { kind: 'refused', reason }
    } finally {
      done.abort()
      if (this.#why === null) {
        await this.query.close()
        this.#settle(true)
      } else this.#settle(this.query.endBackend())
    }
  }

  #reason(milliseconds: number): string | null {
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
