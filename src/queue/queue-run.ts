import type { Pool } from 'pg'
import { inTransaction } from '../store/postgres/connection/transaction.ts'
import { PostgresStore } from '../store/postgres/postgres-store.ts'
import { finishRun } from '../store/postgres/run-rows.ts'
import type { RunConfiguration, RunCounts } from '../store/store.ts'

const NOTHING = { records: [], dead: [], skipped: [] }

/**
 * The run of a process that shares the work with others, opened when there is first something to write. It is held by a
 * connection of its own, by whose end others know that the process is gone.
 */
export class QueueRun {
  readonly #pool: Pool
  readonly #url: string
  readonly #configuration: RunConfiguration
  #opening: Promise<number> | null = null
  #store: PostgresStore | null = null
  #id: number | null = null

  constructor(pool: Pool, url: string, configuration: RunConfiguration) {
    this.#pool = pool
    this.#url = url
    this.#configuration = configuration
  }

  /** Null while there was nothing to write. */
  get id(): number | null {
    return this.#id
  }

  /** The run's number, opened the first time. */
  async start(): Promise<number> {
    if (this.#id !== null) return this.#id
    this.#opening ??= this.#open()
    try {
      return await this.#opening
    } finally {
      this.#opening = null
    }
  }

  async #open(): Promise<number> {
    this.#store ??= await PostgresStore.open(this.#url)
    this.#id = await this.#store.startRun(this.#configuration)
    return this.#id
  }

  /** Takes hold of it again, after others took it for abandoned because the connection was lost. */
  async holdAgain(): Promise<void> {
    if (this.#id !== null) await this.#store?.write(this.#id, NOTHING)
  }

  /**
   * Ends it with these counts. They are not held against the inputs that it kept: those say which run met them last,
   * and another process may have met the same ones while this one ran.
   */
  async end(status: 'finished' | 'stopped', counts: RunCounts): Promise<void> {
    await this.#finish(status, counts, null)
    await this.close()
  }

  /** Ends it as broken, if that can still be said: what broke it may keep even this from being written. */
  async fail(error: unknown, counts: RunCounts): Promise<void> {
    await this.#finish('failed', counts, error instanceof Error ? error.message : String(error)).catch(() => {})
    await this.close().catch(() => {})
  }

  /** Whatever is still running then has failed. */
  async close(): Promise<void> {
    const store = this.#store
    this.#store = null
    await store?.close()
  }

  async #finish(status: 'finished' | 'stopped' | 'failed', counts: RunCounts, note: string | null): Promise<void> {
    const id = this.#id
    if (id === null) return
    await this.holdAgain()
    const client = await this.#pool.connect()
    let isBroken = true
    try {
      await inTransaction(client, () => finishRun(client, id, status, counts, note))
      isBroken = false
    } finally {
      client.release(isBroken)
    }
  }
}
