import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Pool } from 'pg'
import { HearsayError } from '../domain/errors.ts'
import type { StageInfo } from '../domain/stage.ts'
import { AnalysisPool, type PoolOptions } from '../run/analysing/analysis-pool.ts'
import { type Reported, ReportedInputs } from '../run/writing/reported-inputs.ts'
import { nameOfDatabase } from '../store/database-name.ts'
import { asRefusal, isConflict } from '../store/postgres/connection/postgres-errors.ts'
import type { DeadLetter, RunConfiguration, RunCounts } from '../store/store.ts'
import { analyseBatch, type Threads } from './analyse-batch.ts'
import { type ArticleQueue, type HeldBatch, LOST, rulesOf } from './article-queue.ts'
import { Lease } from './lease.ts'
import { QueueRun } from './queue-run.ts'
import { findDone, readQueued } from './queued-articles.ts'
import { isServerGone, withPatience } from './server-gone.ts'
import { settleBatch } from './settle-batch.ts'
import { type BatchResult, rejectRecords, settleLost, sortAnalyses } from './sort-analyses.ts'

export interface WorkOptions extends PoolOptions {
  /** URL of the database. */
  readonly db: string
  /** What is stored with the run; the stages come from the analyser. */
  readonly configuration: Omit<RunConfiguration, 'stages'>
  /** Ends the work: what threads have begun gets a last moment, what is done by then is written, the rest is given back. */
  readonly signal: AbortSignal
  /** Ends as well when nothing waits and nobody holds anything. */
  readonly untilEmpty: boolean
  readonly onStart?: (runId: number) => void
  readonly onProgress?: (counts: RunCounts) => void
  readonly onFailure?: (letter: DeadLetter) => void
  /** The server does not answer: the worker waits. */
  readonly onGone?: (error: unknown) => void
  readonly onBack?: () => void
  /** Other programs hold what is needed in the database: the worker waits. */
  readonly onHeld?: (error: unknown) => void
}

export interface WorkReport {
  /** Null when there was nothing to do. */
  readonly runId: number | null
  readonly status: 'finished' | 'stopped'
  readonly counts: RunCounts
  readonly failures: readonly Reported<DeadLetter>[]
  /** Articles that went back into the queue because the work was ended. */
  readonly left: number
  /** Batches that were computed for nothing, because the lease was over. */
  readonly lost: number
  /** Milliseconds spent waiting for the queue and the store, of `batches` and their transactions together. */
  readonly storeMs: number
}

/** While one batch is written, the threads work on the other. */
const BATCHES_AT_ONCE = 2
const LOOK_AGAIN_MS = 1000
/** A worker with plenty to do looks so often for what others lost. */
const LOST_EVERY_MS = 10_000

/** One worker process: takes batches off the queue, analyses them on its threads, and writes what comes of it. */
export class Worker {
  readonly #pool: Pool
  readonly #queue: ArticleQueue
  readonly #options: WorkOptions
  readonly #threads: Threads
  #stages: readonly StageInfo[] = []
  readonly #counts = { inputs: 0, done: 0, unchanged: 0, skipped: 0, dead: 0, claims: 0 }
  readonly #failures = new ReportedInputs<DeadLetter>()
  #left = 0
  #lost = 0
  #storeMs = 0
  #lookedForLost = 0
  #isAway = false
  /** Ends all loops when one of them broke. */
  readonly #broken = new AbortController()
  readonly #stop: AbortSignal

  constructor(pool: Pool, queue: ArticleQueue, options: WorkOptions) {
    this.#pool = pool
    this.#queue = queue
    this.#options = options
    this.#threads = { pool: new AnalysisPool(options), line: new PQueue({ concurrency: options.threads }) }
    this.#stop = AbortSignal.any([options.signal, this.#broken.signal])
  }

  /** Works until it is stopped, or until there is nothing left. */
  async work(): Promise<WorkReport> {
    const { db, configuration, signal } = this.#options
    const finishSoon = () => this.#threads.pool.finishSoon()
    if (signal.aborted) finishSoon()
    else signal.addEventListener('abort', finishSoon)
    try {
      this.#stages = (await this.#threads.pool.start()) ?? []
      const run = new QueueRun(this.#pool, db, { ...configuration, stages: this.#stages })
      const ended = await Promise.allSettled(Array.from({ length: BATCHES_AT_ONCE }, () => this.#loop(run)))
      const counts = { ...this.#counts }
      const broken = ended.find(one => one.status === 'rejected')
      if (broken !== undefined) {
        await run.fail(broken.reason, counts)
        throw broken.reason
      }
      const status = signal.aborted ? 'stopped' : 'finished'
      await this.#patiently(() => run.end(status, counts))
      const [failures, left, lost, storeMs] = [this.#failures.list(), this.#left, this.#lost, this.#storeMs]
      return { runId: run.id, status, counts, failures, left, lost, storeMs }
    } finally {
      signal.removeEventListener('abort', finishSoon)
      await this.#threads.pool.close()
    }
  }

  async #loop(run: QueueRun): Promise<void> {
    try {
      while (!this.#stop.aborted) {
        const held = await this.#patiently(() => this.#take())
        if (held !== null) await this.#handle(run, held)
        else if (this.#options.untilEmpty && (await this.#patiently(() => this.#queue.isEmpty()))) return
        else await wait(LOOK_AGAIN_MS, undefined, { signal: this.#stop }).catch(() => {})
      }
    } catch (error) {
      // Interrupted while the server was away: what was held goes to others when the lease is over.
      if (this.#options.signal.aborted && isServerGone(error)) return
      this.#broken.abort()
      throw error
    }
  }

  async #take(): Promise<HeldBatch | null> {
    const now = performance.now()
    if (now - this.#lookedForLost > LOST_EVERY_MS) {
      this.#lookedForLost = now
      const lost = await this.#queue.takeLost()
      if (lost !== null) return lost
    }
    return await this.#queue.take()
  }

  async #handle(run: QueueRun, held: HeldBatch): Promise<void> {
    const lease = new Lease(this.#queue, held)
    try {
      const { articles, known } = await this.#patiently(() => this.#read(held))
      const own = rulesOf(this.#stages)
      if (held.queue !== LOST && held.rules !== own) {
        const untried = { articles: held.articles, tries: held.tries - 1, rules: held.rules }
        await this.#settle(run, held, { records: [], dead: [], again: [untried], known: [] })
        throw otherRules(this.#options.db, held.rules, own)
      }
      if (held.queue === LOST) {
        await this.#settle(run, held, settleLost(articles, known))
        return
      }
      const analyses = await analyseBatch(articles, this.#threads, AbortSignal.any([this.#stop, lease.lost]))
      if (lease.lost.aborted) this.#lost += 1
      else {
        await this.#settle(run, held, { ...sortAnalyses(held, articles, analyses), known })
        this.#left += articles.length - analyses.size
      }
    } finally {
      lease.end()
    }
  }

  async #read({ articles: ids }: HeldBatch) {
    const known = await findDone(this.#pool, ids, this.#stages)
    const articles = await readQueued(
      this.#pool,
      ids.filter(id => !known.has(id)),
    )
    return { articles, known: [...known] }
  }

  async #settle(run: QueueRun, held: HeldBatch, result: BatchResult): Promise<void> {
    let settled = result
    let written: Awaited<ReturnType<typeof settleBatch>>
    try {
      written = await this.#write(run, held, settled)
    } catch (error) {
      // A full disk or a server that does not want to go on ends the work. Anything else is a record that the store
      // cannot hold, which must not cost the other articles of its batch.
      const refusal = asRefusal(this.#options.db, error)
      if (refusal instanceof HearsayError || isConflict(refusal)) throw refusal
      settled = rejectRecords(held, result, error as Error)
      written = await this.#write(run, held, settled)
    }
    if (written === null) this.#lost += 1
    else this.#count(written, settled.dead)
  }

  async #write(run: QueueRun, held: HeldBatch, result: BatchResult) {
    const start = performance.now()
    try {
      return await this.#patiently(async () => {
        const isNew = run.id === null
        const runId = await run.start()
        if (isNew) this.#options.onStart?.(runId)
        const settler = { pool: this.#pool, queue: this.#queue, stages: this.#stages, runId }
        try {
          return await settleBatch(settler, held, result)
        } catch (error) {
          // Others may have taken the run for abandoned while the server was away.
          if (!(error instanceof HearsayError) || isServerGone(error)) throw error
          await run.holdAgain()
          return await settleBatch(settler, held, result)
        }
      })
    } finally {
      this.#storeMs += performance.now() - start
    }
  }

  #count(written: Omit<RunCounts, 'skipped'>, dead: readonly DeadLetter[]): void {
    for (const key of ['inputs', 'done', 'unchanged', 'dead', 'claims'] as const) this.#counts[key] += written[key]
    for (const letter of dead) {
      this.#options.onFailure?.(letter)
      this.#failures.add({ ...letter, article: null })
    }
    this.#options.onProgress?.({ ...this.#counts })
  }

  #patiently<Result>(action: () => Promise<Result>): Promise<Result> {
    const { onHeld = () => {} } = this.#options
    return withPatience({ signal: this.#stop, onGone: this.#noteGone, onBack: this.#noteBack, onHeld }, action)
  }

  /** Once, however many wait for it. */
  #noteGone = (error: unknown) => {
    if (!this.#isAway) this.#options.onGone?.(error)
    this.#isAway = true
  }

  #noteBack = () => {
    if (this.#isAway) this.#options.onBack?.()
    this.#isAway = false
  }
}

function otherRules(db: string, queued: string | null, own: string | null): HearsayError {
  const inWords = (digest: string | null) =>
    digest === null ? 'no rules of a newsroom' : `rules with the digest ${digest}`
  const todo = queued === null ? 'start it without --rules FILE' : 'start it with --rules and the file that enqueue had'
  return new HearsayError(
    `Articles in ${nameOfDatabase(db)} were queued for ${inWords(queued)}, and this worker has ${inWords(own)}: ${todo}.`,
    'rules-differ',
  )
}
