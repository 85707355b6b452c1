import type { Database, Statement } from 'better-sqlite3'
import { HearsayError } from '../../domain/errors.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { countEntries } from '../runs/count-entries.ts'
import { requireAccount } from '../runs/require-account.ts'
import type { Batch, RunConfiguration, RunCounts, RunStatus } from '../store.ts'
import { connectForWriting } from './connect.ts'
import { explainError, withClearErrors } from './connection/sqlite-errors.ts'
import { markFailed, takeLease } from './lease.ts'
import { closeSealOfRun } from './seal/close-seal.ts'
import { SealWriter } from './seal/seal-writer.ts'
import { tidyUp } from './tidy-up.ts'
import { ArticleWriter } from './write/article-writer.ts'
import { InputWriter } from './write/input-writer.ts'
import { LetterWriter } from './write/letter-writer.ts'

/**
 * The store on one SQLite file. Everything of an article (its text, claims, evidence, `done` rows) is written in one
 * transaction, so an interrupted process leaves whole articles or none.
 *
 * SQLite answers at once, so nothing here is asynchronous; `openSqliteStore` gives the same work as a `Store`.
 *
 * @example
 * const store = SqliteStore.open('out/hearsay.db')
 * const run = store.startRun(configuration)
 * store.write(run, { records, dead: [], skipped: [] })
 * store.endRun(run, 'finished', counts)
 * store.close()
 */
export class SqliteStore {
  readonly #path: string
  readonly #database: Database
  readonly #articles: ArticleWriter
  readonly #letters: LetterWriter
  readonly #inputs: InputWriter
  readonly #seals: SealWriter
  readonly #addCounts: Statement
  #openRun: number | null = null

  private constructor(path: string, database: Database) {
    this.#path = path
    this.#database = database
    this.#articles = new ArticleWriter(database)
    this.#seals = new SealWriter(database)
    this.#letters = new LetterWriter(database, this.#seals)
    this.#inputs = new InputWriter(database, this.#seals)
    this.#addCounts = database.prepare(
      `UPDATE run SET done = done + ?, dead = dead + ?, skipped = skipped + ?, claims = claims + ?
       WHERE id = ? AND status = 'running'`,
    )
  }

  /**
   * Opens the database at `path`, making or migrating it as needed.
   *
   * @throws HearsayError 4 (not usable) or 74 (disk full).
   */
  static open(path: string): SqliteStore {
    const database = connectForWriting(path)
    try {
      return withClearErrors(path, () => new SqliteStore(path, database))
    } catch (error) {
      database.close()
      throw error
    }
  }

  startRun(configuration: RunConfiguration): number {
    this.#openRun = this.#inTransaction(() => takeLease(this.#database, this.#path, configuration))
    return this.#openRun
  }

  write(runId: number, batch: Batch): void {
    this.#inTransaction(() => {
      const claims = batch.records.reduce((sum, record) => sum + record.claims.length, 0)
      const [dead, skipped] = [countEntries(batch.dead), countEntries(batch.skipped)]
      const counted = this.#addCounts.run(batch.records.length, dead, skipped, claims, runId)
      if (counted.changes === 0) throw this.#leaseLost(runId)
      this.#seals.begin(runId)
      for (const record of batch.records) this.#writeRecord(record, runId)
      for (const letter of batch.dead) this.#letters.bury(letter, runId)
      this.#inputs.write(batch, runId)
      for (const read of batch.read ?? []) {
        this.#letters.settle(read)
        this.#inputs.settle(read, runId)
      }
      this.#seals.flush()
    })
  }

  endRun(runId: number, status: RunStatus, counts: RunCounts, note: string | null = null): void {
    this.#inTransaction(() => {
      if (status !== 'failed') requireAccount(runId, counts, this.#inputs.countInputs(runId), true)
      const ended = this.#database
        .prepare(
          `UPDATE run SET status = ?, ended_at = ?, inputs = ?, done = ?, unchanged = ?, skipped = ?, dead = ?, claims = ?,
             note = ?
           WHERE id = ? AND status = 'running'`,
        )
        .run(
          status,
          new Date().toISOString(),
          counts.inputs,
          counts.done,
          counts.unchanged,
          counts.skipped,
          counts.dead,
          counts.claims,
          note,
          runId,
        )
      if (ended.changes === 0) throw this.#leaseLost(runId)
      closeSealOfRun(this.#database, runId)
    })
    if (this.#openRun === runId) this.#openRun = null
    withClearErrors(this.#path, () => tidyUp(this.#database))
  }

  /** Also gives up the lease of a run that was never ended. Closing twice is harmless. */
  close(): void {
    if (!this.#database.open) return
    const openRun = this.#openRun
    try {
      if (openRun !== null)
        this.#inTransaction(() => markFailed(this.#database, openRun, 'the store was closed before the run ended'))
    } finally {
      this.#openRun = null
      this.#database.close()
    }
  }

  #writeRecord(record: ArticleRecord, runId: number): void {
    const { id, uri } = record.article
    try {
      this.#articles.write(record, runId)
      this.#seals.addRecord(record)
    } catch (error) {
      const explained = explainError(this.#path, error)
      if (explained instanceof HearsayError) throw explained
      throw new Error(`The record of article ${id} (${uri}) breaks the schema: ${(error as Error).message}`, {
        cause: error,
      })
    }
    this.#letters.drop(id, uri)
  }

  /** A process that was taken for dead (seen from another container, say) must not write beside its successor. */
  #leaseLost(runId: number): HearsayError {
    return new HearsayError(
      `Run ${runId} no longer holds ${this.#path}, another run took it over; run the same command again.`,
      'run-ended',
    )
  }

  /** IMMEDIATE: a deferred transaction that turns into a writer fails at once when another connection wrote. */
  #inTransaction<Result>(action: () => Result): Result {
    return withClearErrors(this.#path, () => this.#database.transaction(action).immediate())
  }
}
