import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { HearsayError } from '../../domain/errors.ts'
import { findOwnTables } from '../../store/postgres/own-tables.ts'
import { UserQuery } from '../../store/postgres/user-query.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { allowFunctions, allowPlan } from './allow-reading-postgres.ts'
import type { Cell, QueryAnswer } from './answer.ts'
import { CONSOLE_LIMITS, type QueryLimits } from './limits.ts'
import { type QueryConsole, QueryLine } from './query-console.ts'

/** Most that may come from the server at once: it gives rows whole, however long they are. */
const LONGEST_VALUE = 20_000_000
const WATCH_EVERY_MS = 25
/** How long the server may take to notice its own time-out. */
const GRACE_MS = 500

/**
 * Runs queries of the console on a PostgreSQL server, one after another, each on a connection of its own: in a read-only
 * transaction with a time-out, and only when it calls known functions and reads tables of Hearsay's. The server would
 * else let a query read files, settings and the tables of others, as far as the user may.
 */
export class PostgresConsole implements QueryConsole {
  readonly language = 'PostgreSQL'
  readonly #url: string
  readonly #database: StoreDatabase
  readonly #limits: QueryLimits
  readonly #line = new QueryLine(query => this.#ask(query))
  #running: UserQuery | null = null

  /** @param database the same one, to ask which tables there are */
  constructor(url: string, database: StoreDatabase, limits: QueryLimits = CONSOLE_LIMITS) {
    this.#url = url
    this.#database = database
    this.#limits = limits
  }

  run(query: string): Promise<QueryAnswer> {
    return this.#line.run(query)
  }

  close(): void {
    this.#line.close()
    this.#running?.cut()
  }

  async #ask(query: string): Promise<QueryAnswer> {
    const { milliseconds } = this.#limits
    const done = new AbortController()
    let ended: 'late' | 'large' | null = null
    try {
      allowFunctions(query)
      const own = await findOwnTables(this.#database)
      const running = await UserQuery.begin(this.#url, milliseconds)
      this.#running = running
      const end = (why: 'late' | 'large') => {
        ended ??= why
        running.cut()
      }
      wait(milliseconds + GRACE_MS, undefined, { signal: done.signal }).then(
        () => end('late'),
        () => {},
      )
      void watch(
        done.signal,
        () => running.bytesRead > LONGEST_VALUE,
        () => end('large'),
      )
      const start = performance.now()
      allowPlan(await running.explain(query), own)
      await running.open(query)
      const answer = await takeRows(running, this.#limits)
      return { kind: 'rows', ...answer, milliseconds: performance.now() - start }
    } catch (error) {
      if (ended === 'late')
        return { kind: 'refused', reason: `The query was stopped: it took longer than ${milliseconds / 1000} seconds.` }
      if (ended === 'large') return { kind: 'refused', reason: 'The query was stopped: what it gives is too big.' }
      if (error instanceof HearsayError) return { kind: 'refused', reason: error.message }
      throw error
    } finally {
      done.abort()
      await this.#running?.close()
      this.#running = null
    }
  }
}

async function takeRows(running: UserQuery, limits: QueryLimits) {
  const rows: Cell[][] = []
  let bytes = 0
  // The first row says how long they are.
  let portion = 1
  while (true) {
    const fetched = await running.fetch(portion)
    for (const values of fetched.rows) {
      if (rows.length === limits.rows) return { columns: fetched.columns, rows, cut: 'rows' } as const
      const row = values.map(toCell)
      for (const cell of row) bytes += cell === null ? 4 : Buffer.byteLength(String(cell)) + 3
      if (bytes > limits.bytes) return { columns: fetched.columns, rows, cut: 'bytes' } as const
      rows.push(row)
    }
    if (fetched.rows.length < portion) return { columns: fetched.columns, rows, cut: null } as const
    const affordable = Math.ceil((limits.bytes - bytes) / (bytes / rows.length + 1))
    portion = Math.max(1, Math.min(portion * 8, affordable, limits.rows + 1 - rows.length))
  }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  // JSON knows no infinity.
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : String(value)
}

async function watch(signal: AbortSignal, isBeyond: () => boolean, end: () => void): Promise<void> {
  try {
    while (!isBeyond()) await wait(WATCH_EVERY_MS, undefined, { signal })
    end()
  } catch {
    // The query has ended.
  }
}
