import type { ClientBase, Pool } from 'pg'
import { type Db, PgBoss } from 'pg-boss'
import type { StageInfo } from '../domain/stage.ts'
import type { RunCounts } from '../store/store.ts'
import { batchIdOf } from './batch-id.ts'

/** The schema that the queue has to itself, beside the tables of the store. */
export const QUEUE_SCHEMA = 'hearsay_queue'
/** Batches of articles that wait or are in work. */
export const ARTICLES = 'articles'
/** Batches whose worker was lost three times. */
export const LOST = 'articles-lost'
/** What the registry of the queue calls a worker. */
export const WORKER = 'hearsay work'
/** Seconds without a sign of life after which a batch goes to another worker. */
export const DEFAULT_LEASE_SECONDS = 30

/** How often an article is tried before it becomes a dead letter. */
export const MOST_TRIES = 3
/** A worker looks so often whether another one was lost. */
const LOOK_EVERY_SECONDS = 5
/** Longest that a batch can be held, however alive its worker is. */
const LONGEST_SECONDS = 6 * 3600
/** Finished batches are what `hearsay status` takes its rates from. */
const KEPT_SECONDS = 3600
/** Nothing that waits may ever be thrown away. */
const YEARS_SECONDS = 10 * 365 * 86_400
const MOST_GENERATIONS = 1000

interface BatchData {
  readonly articles: readonly string[]
  /** How often these articles were tried before they came into this batch. */
  readonly tries: number
  /** Digest of the newsroom's rules that they are to be analysed with; absent where there are none. */
  readonly rules?: string
}

/** Articles that are to be queued as one batch. */
export interface NewBatch extends Omit<BatchData, 'rules'> {
  /** Those of the stages unless told otherwise. */
  readonly rules?: string | null
  /** Waits so long before anybody may take it. */
  readonly delaySeconds?: number
  readonly leaseSeconds?: number
}

/** A batch that this process has taken: nobody else gets it while the lease lasts. */
export interface HeldBatch {
  readonly queue: typeof ARTICLES | typeof LOST
  readonly id: string
  /** Tells this holder from those before and after. */
  readonly retryCount: number
  readonly articles: readonly string[]
  /** How often its articles have been tried, this time included. */
  readonly tries: number
  /** Digest of the newsroom's rules that its articles are to be analysed with, or null. */
  readonly rules: string | null
  readonly leaseSeconds: number
}

/** What a finished batch leaves behind: for `hearsay status`, and to tell who finished it. */
export interface BatchOutcome extends Omit<RunCounts, 'skipped'> {
  /** Number of the run. */
  readonly run: number
}

export interface QueueOptions {
  /** Looks after lost workers and is listed as one itself. */
  readonly isWorker: boolean
  readonly leaseSeconds?: number
  /** Told what fails in the background; what a caller asks for rejects. */
  readonly onError?: (error: unknown) => void
}

/**
 * Batches of article ids on pg-boss. Whatever changes together with the store takes the store's connection, so that one
 * transaction holds both.
 */
export class ArticleQueue {
  readonly #boss: PgBoss
  readonly #leaseSeconds: number

  private constructor(boss: PgBoss, leaseSeconds: number) {
    this.#boss = boss
    this.#leaseSeconds = leaseSeconds
  }

  /** Opens the queue in a database, made or brought up to date as needed. */
  static async open(pool: Pool, options: QueueOptions): Promise<ArticleQueue> {
    const { isWorker, leaseSeconds = DEFAULT_LEASE_SECONDS, onError = () => {} } = options
    const boss = new PgBoss({
      db: toDb(pool),
      schema: QUEUE_SCHEMA,
      schedule: false,
      supervise: isWorker,
      superviseIntervalSeconds: LOOK_EVERY_SECONDS,
      monitorIntervalSeconds: LOOK_EVERY_SECONDS,
      maintenanceIntervalSeconds: KEPT_SECONDS / 4,
      registerInstance: isWorker,
      instanceHeartbeatSeconds: LOOK_EVERY_SECONDS,
      ...(isWorker ? { instanceName: WORKER } : {}),
    })
    boss.on('error', onError)
    const queue = new ArticleQueue(boss, leaseSeconds)
    try {
      await boss.start()
      await queue.#create()
      return queue
    } catch (error) {
      // What was started would keep the process from ending.
      await queue.close().catch(() => {})
      throw error
    }
  }

  async #create(): Promise<void> {
    const shared = {
      heartbeatSeconds: this.#leaseSeconds,
      expireInSeconds: LONGEST_SECONDS,
      retentionSeconds: YEARS_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    }
    // What is to be done with lost batches takes milliseconds: whoever is lost with one says nothing about it.
    await this.#boss.createQueue(LOST, { ...shared, retryLimit: 1000 })
    await this.#boss.createQueue(ARTICLES, {
      ...shared,
      retryLimit: MOST_TRIES - 1,
      retryBackoff: true,
      deadLetter: LOST,
    })
  }

  /** Queues batches; call inside the transaction that stages their articles. */
  async add(client: ClientBase, batches: readonly NewBatch[], stages: readonly StageInfo[]): Promise<void> {
    const db = toDb(client)
    const own = rulesOf(stages)
    let waiting = batches
    for (let generation = 0; waiting.length > 0; generation++) {
      if (generation === MOST_GENERATIONS) throw new Error('the same batch was queued a thousand times')
      const jobs = waiting.map(({ articles, tries, delaySeconds, leaseSeconds = this.#leaseSeconds, rules = own }) => ({
        id: batchIdOf(articles, stages, generation),
        data: { articles, tries, ...(rules === null ? {} : { rules }) } satisfies BatchData,
        // An article on its own has what is left of its tries.
        ...(articles.length === 1 ? { retryLimit: Math.max(0, MOST_TRIES - tries - 1) } : {}),
        ...(delaySeconds === undefined ? {} : { startAfter: delaySeconds }),
        heartbeatSeconds: leaseSeconds,
      }))
      const added = new Set(await this.#boss.insert(ARTICLES, jobs, { db, returnId: true }))
      // The id is taken by a batch of the same articles that is over and done with: whoever is staged is in no other.
      waiting = waiting.filter((_, i) => !added.has(jobs[i]?.id as string))
    }
  }

  /** Takes the batch that has waited longest, or none. */
  async take(): Promise<HeldBatch | null> {
    return (await this.#takeFrom(ARTICLES)) ?? (await this.#takeFrom(LOST))
  }

  /** Takes a batch whose worker was lost three times, or none. */
  async takeLost(): Promise<HeldBatch | null> {
    return await this.#takeFrom(LOST)
  }

  async #takeFrom(queue: HeldBatch['queue']): Promise<HeldBatch | null> {
    const [job] = await this.#boss.fetch<BatchData>(queue)
    if (job === undefined) return null
    const { id, retryCount, data } = job
    const leaseSeconds = job.heartbeatSeconds ?? this.#leaseSeconds
    const tries = queue === LOST ? MOST_TRIES : data.tries + retryCount + 1
    return { queue, id, retryCount, articles: data.articles, tries, leaseSeconds, rules: data.rules ?? null }
  }

  /** Renews the lease. False: it is over, and somebody else has the batch or will. */
  async renew({ queue, id, retryCount }: HeldBatch): Promise<boolean> {
    return isOne(await this.#boss.touch(queue, { id, retryCount }))
  }

  /** Ends the batch inside a transaction. False: the lease is over, and the transaction must be rolled back. */
  async complete(client: ClientBase, { queue, id, retryCount }: HeldBatch, outcome: BatchOutcome): Promise<boolean> {
    const output = { ...outcome, attempt: retryCount }
    return isOne(await this.#boss.complete(queue, { id, retryCount }, output, { db: toDb(client) }))
  }

  /** What this holder ended the batch with, in a transaction of which it never heard; null when it did not end it. */
  async findOutcome({ queue, id, retryCount }: HeldBatch, run: number): Promise<BatchOutcome | null> {
    const { rows } = await this.#boss.getDb().executeSql(
      `SELECT output FROM ${QUEUE_SCHEMA}.job
       WHERE name = $1 AND id = $2 AND state = 'completed' AND output @> $3::jsonb`,
      [queue, id, JSON.stringify({ run, attempt: retryCount })],
    )
    return (rows[0]?.output as BatchOutcome | undefined) ?? null
  }

  /** Whether nothing waits, and nobody holds anything. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.#boss
      .getDb()
      .executeSql(`SELECT 1 FROM ${QUEUE_SCHEMA}.job WHERE name = ANY ($1::text[]) AND state < 'completed' LIMIT 1`, [
        [ARTICLES, LOST],
      ])
    return rows.length === 0
  }

  async close(): Promise<void> {
    await this.#boss.stop({ timeout: 1000 })
  }
}

/** Digest of the newsroom's rules that these stages go by, or null. */
export function rulesOf(stages: readonly StageInfo[]): string | null {
  return stages.find(({ engine }) => engine === 'newsroom')?.model ?? null
}

/** pg-boss types what it returns as empty; every command returns this. */
function isOne(response: object): boolean {
  return (response as { readonly affected: number }).affected === 1
}

function toDb(connection: ClientBase | Pool): Db {
  return { executeSql: (text, values) => connection.query(text, values) }
}
