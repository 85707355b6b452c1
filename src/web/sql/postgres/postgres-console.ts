import { performance } from 'node:perf_hooks'
import { HearsayError } from '../../../domain/errors.ts'
import { type Backend, endBackend } from '../../../store/postgres/read/backend.ts'
import { findCallableNames } from '../../../store/postgres/read/callable-names.ts'
import { findOwnTables } from '../../../store/postgres/read/own-tables.ts'
import { requireQuery } from '../../../store/postgres/read/user-query.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { QueryAnswer } from '../answer.ts'
import { CONSOLE_LIMITS, type QueryLimits } from '../limits.ts'
import { type QueryConsole, QueryLine } from '../query-console.ts'
import { allowPlan } from './allow-plan.ts'
import { findObstacle } from './obstacle.ts'
import { RunningQuery } from './running-query.ts'
import { takeRows } from './take-rows.ts'
import { tieQuery } from './tie-query.ts'

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
  #lingering: Backend | null = null

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
      if (this.#lingering !== null && !(await endBackend(this.#url, this.#lingering)))
        return { kind: 'refused', reason: 'The server is still ending the query before; try again in a moment.' }
      this.#lingering = null
      const { milliseconds } = this.#limits
      const running = await RunningQuery.begin(this.#url, milliseconds)
      this.#running = running
      return await running.take(async on => {
        const start = performance.now()
        allowPlan(await on.explain(tied), own)
        await on.open(tied)
        const answer = await takeRows(on, this.#limits)
        return { kind: 'rows', ...answer, milliseconds: performance.now() - start }
      })
    } catch (error) {
      if (error instanceof HearsayError) return { kind: 'refused', reason: error.message }
      throw error
    } finally {
      const isGone = (await this.#running?.ended) ?? true
      if (!isGone) this.#lingering = this.#running?.backend ?? null
      this.#running = null
    }
  }
}
