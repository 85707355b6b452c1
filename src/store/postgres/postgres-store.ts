import pg from 'pg'
import { requireAccount } from '../runs/require-account.ts'
import type { Batch, RunConfiguration, RunCounts, RunStatus, Store } from '../store.ts'
import { connectForWriting } from './connect.ts'
import { LastingConnection } from './connection/lasting-connection.ts'
import { asRefusal, isConnectionLost, withClearErrors } from './connection/postgres-errors.ts'
import { inTransaction } from './connection/transaction.ts'
import { finishRun, holdRun, insertRun, isAlone, markFailed, releaseRun } from './run-rows.ts'
import { writeBatch } from './write/write-batch.ts'
import { countInputs } from './write/write-inputs.ts'

/** `invalid_parameter_value`: after a crash the server has not come to that number again. */
const NO_SUCH_NUMBER_YET = '22023'
/** Fewer articles the server counts by itself, in its own time. */
const WORTH_ANALYSING = 1_000

/**
 * The store on a PostgreSQL server, for any number of processes at a time. Everything of an article is written in one
 * transaction. When the server goes away and comes back, what was under way is done again, and once only.
 *
 * @example
 * const store = await PostgresStore.open('postgres://ann@db.example/news')
 * const run = await store.startRun(configuration)
 * await store.write(run, { records, dead: [], skipped: [] })
 * await store.endRun(run, 'finished', counts)
 * await store.close()
 */
export class PostgresStore implements Store {
  readonly #url: string
  readonly #connection: LastingConnection
  readonly #onHeld: ((error: unknown) => void) | undefined
  #openRun: number | null = null

  private constructor(url: string, onHeld?: (error: unknown) => void) {
    this.#url = url
    this.#onHeld = onHeld
    this.#connection = new LastingConnection(url, () => this.#connect(url), { onHeld })
  }

  /**
   * Makes the tables where there are none, or migrates them.
   *
   * @param onHeld told when what other programs hold in the database is waited for

   * @throws HearsayError 4 (no server, not let in, newer schema, older server …) or 74 (disk)
   */
  static async open(url: string, onHeld?: (error: unknown) => void): Promise<PostgresStore> {
    const store = new PostgresStore(url, onHeld)
    await store.#connection.open()
    return store
  }

  async startRun(configuration: RunConfiguration): Promise<number> {
    this.#openRun = await this.#commit(
      client => insertRun(client, configuration),
      run => run,
    )
    return this.#openRun
  }

  async write(runId: number, batch: Batch): Promise<void> {
    await this.#commit(
      client => writeBatch(client, runId, batch),
      () => runId,
    )
  }

  async endRun(runId: number, status: RunStatus, counts: RunCounts, note: string | null = null): Promise<void> {
    await this.#commit(
      async client => {
        if (status !== 'failed')
          requireAccount(runId, counts, await countInputs(client, runId), await isAlone(client, runId))
        await finishRun(client, runId, status, counts, note)
        await releaseRun(client, runId)
      },
      () => runId,
    )
    if (this.#openRun === runId) this.#openRun = null
    // Without figures about the tables the server takes the first millions for a handful.
    if (counts.done >= WORTH_ANALYSING)
      await this.#connection.perform(client =>
        client.query('ANALYZE article, claim, claim_span, source, mention, input, left_out'),
      )
  }

  async close(): Promise<void> {
    const openRun = this.#openRun
    this.#openRun = null
    try {
      if (openRun !== null)
        await this.#commit(
          client => markFailed(client, openRun, 'the store was closed before the run ended'),
          () => openRun,
        )
    } finally {
      await this.#connection.close()
    }
  }

  async #connect(url: string): Promise<pg.Client> {
    const client = await connectForWriting(url, this.#onHeld)
    const openRun = this.#openRun
    if (openRun !== null) await withClearErrors(url, () => holdRun(client, openRun))
    return client
  }

  /**
   * One transaction, tried again when another one at the same time stood in its way or the server was lost. A commit
   * that the server was lost in has either happened or not, which is asked before anything is done again.
   *
   * @param runOf the run whose row the transaction writes
   */
  async #commit<Result>(
    action: (client: pg.Client) => Promise<Result>,
    runOf: (result: Result) => number,
  ): Promise<Result> {
    let tried: { readonly id: string; readonly result: Result } | null = null
    return await this.#connection.perform(async client => {
      if (tried !== null && (await isCommitted(client, tried.id, runOf(tried.result)))) return tried.result
      tried = null
      try {
        return await inTransaction(client, async () => {
          const result = await action(client)
          const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
          tried = { id: rows[0]?.id as string, result }
          return result
        })
      } catch (error) {
        // Undone by the server; only of a commit that it was lost in nobody knows.
        if (!isConnectionLost(error)) tried = null
        throw asRefusal(this.#url, error)
      }
    })
  }
}

/**
 * Whether a transaction of a connection that was lost has been committed; waits until the server has decided. A server
 * that crashed gives the numbers of transactions that left no trace to others: so it must also have written its run.
 */
async function isCommitted(client: pg.Client, id: string, runId: number): Promise<boolean> {
  while ((await findStatus(client, id)) === 'in progress') await client.query('SELECT pg_sleep(0.1)')
  const { rowCount } = await client.query('SELECT FROM run WHERE id = $1 AND xmin = $2::xid8::xid', [runId, id])
  return rowCount === 1
}

async function findStatus(client: pg.Client, id: string): Promise<string | null> {
  try {
    const { rows } = await client.query<{ status: string | null }>('SELECT pg_xact_status($1::xid8) AS status', [id])
    return rows[0]?.status ?? null
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_NUMBER_YET) return null
    throw error
  }
}
