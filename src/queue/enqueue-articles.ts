import { setTimeout as wait } from 'node:timers/promises'
import type { ClientBase, Pool } from 'pg'
import type { StageInfo } from '../domain/stage.ts'
import type { ReadOutcome } from '../read/format.ts'
import { EntryGroups, type GatheredEntries, toLetter } from '../run/writing/entry-groups.ts'
import { lengthOfLeftOut, toArticleInput, toInputOrigin, toSkipped } from '../run/writing/input-origin.ts'
import { outlastConflicts } from '../store/postgres/connection/outlast-conflicts.ts'
import { inTransaction } from '../store/postgres/connection/transaction.ts'
import { TouchedRows } from '../store/postgres/write/touched-rows.ts'
import { writeBatch } from '../store/postgres/write/write-batch.ts'
import { settleInputs } from '../store/postgres/write/write-inputs.ts'
import { settleLetters } from '../store/postgres/write/write-letters.ts'
import { countEntries } from '../store/runs/count-entries.ts'
import type { ArticleInput, DeadLetter, SkippedInput } from '../store/store.ts'
import { type ArticleQueue, QUEUE_SCHEMA } from './article-queue.ts'
import {
  addInputs,
  countQueued,
  findDone,
  type NewArticle,
  type QueuedInput,
  stageArticles,
} from './queued-articles.ts'

export interface EnqueueOptions {
  /** Those that the workers run, so that what they have done before is passed over. */
  readonly stages: readonly StageInfo[]
  /** Articles of one batch. */
  readonly batchSize: number
  /** While so many articles wait, no more are added. */
  readonly mostQueued: number
  /** Ends it early: what has been read is queued. */
  readonly signal: AbortSignal
  /** Opens the run that holds what was skipped, failed or known already. */
  readonly startRun: () => Promise<number>
  readonly onProgress?: (counts: EnqueueCounts) => void
  /** Told of every failure, with the same object for entries of a file that failed alike. */
  readonly onFailure?: (letter: DeadLetter, alike: object | undefined) => void
  readonly onSkip?: (skipped: SkippedInput, alike: object | undefined) => void
  /** Told when the queue is full, and how many articles wait. */
  readonly onFull?: (queued: number) => void
  /** Told when what other programs hold in the database is waited for. */
  readonly onHeld?: (error: unknown) => void
}

export interface EnqueueCounts {
  /** Inputs that were looked at: the sum of the others. */
  readonly inputs: number
  /** Articles that were queued. */
  readonly queued: number
  /** Inputs whose article was queued already, or came twice. */
  readonly waiting: number
  /** Inputs whose article the same stages had analysed already. */
  readonly unchanged: number
  readonly skipped: number
  readonly dead: number
}

/** UTF-16 units of text in one batch: what a worker holds in memory. */
const MOST_TEXT = 8_000_000
/** Inputs without an article that are put together before they are written. */
const MOST_TOGETHER = 10_000
const LOOK_AGAIN_MS = 500
/** From here on PostgreSQL needs to be told how full the tables are, and whenever that has doubled. */
const FIRST_ANALYSE = 1000

/**
 * Queues the article of every input; what is no article is written down as `hearsay run` does. Done again, it queues
 * nothing twice: what waits, is in work or was done is passed over.
 *
 * @throws what reading throws, and whatever the connection does
 */
export async function enqueueArticles(
  outcomes: AsyncIterable<ReadOutcome>,
  pool: Pool,
  queue: ArticleQueue,
  options: EnqueueOptions,
): Promise<EnqueueCounts> {
  const enqueuing = new Enqueuing(pool, queue, options)
  for await (const outcome of outcomes) {
    await enqueuing.take(outcome)
    if (options.signal.aborted) break
  }
  return await enqueuing.end(!options.signal.aborted)
}

class Enqueuing {
  readonly #pool: Pool
  readonly #queue: ArticleQueue
  readonly #options: EnqueueOptions
  readonly #counts = { inputs: 0, queued: 0, waiting: 0, unchanged: 0, skipped: 0, dead: 0 }
  #articles = new Map<string, { readonly article: NewArticle['article']; readonly inputs: QueuedInput[] }>()
  /** What gave no article and has not been written yet. */
  readonly #groups = new EntryGroups()
  #textLength = 0
  #analyseAt = FIRST_ANALYSE

  constructor(pool: Pool, queue: ArticleQueue, options: EnqueueOptions) {
    this.#pool = pool
    this.#queue = queue
    this.#options = options
  }

  async take(outcome: ReadOutcome): Promise<void> {
    const alike = this.#groups.meet(outcome)
    if (outcome.outcome === 'skipped') this.#options.onSkip?.(toSkipped(outcome), alike)
    else if (outcome.outcome === 'failed') this.#options.onFailure?.(toLetter(outcome, toInputOrigin(outcome)), alike)
    else {
      const { article } = outcome
      const input = toArticleInput(outcome)
      const queued: QueuedInput = { ...input.origin, told: input.told }
      const same = this.#articles.get(article.id)
      if (same === undefined) this.#articles.set(article.id, { article, inputs: [queued] })
      else same.inputs.push(queued)
      this.#textLength += article.text.length + lengthOfLeftOut([input])
    }
    const { batchSize } = this.#options
    const isFull = this.#groups.rows >= batchSize || this.#groups.size >= MOST_TOGETHER
    if (this.#articles.size >= batchSize || isFull || this.#textLength >= MOST_TEXT) await this.#flush()
  }

  /** @param isWhole whether everything has been read */
  async end(isWhole: boolean): Promise<EnqueueCounts> {
    if (isWhole) this.#groups.end()
    await this.#flush()
    // Figures about tables that were nearly empty make every look at the queue ten times as long.
    if (this.#counts.queued > 0) await this.#analyse()
    return { ...this.#counts }
  }

  async #flush(): Promise<void> {
    const articles = [...this.#articles.values()]
    if (articles.length + this.#groups.rows === 0) return
    await this.#waitForRoom()
    const gathered = this.#groups.take()
    this.#articles = new Map()
    this.#textLength = 0
    const { queued, known } = await this.#outlast(async () => {
      const client = await this.#pool.connect()
      try {
        return await inTransaction(client, () => this.#write(client, articles, gathered))
      } finally {
        client.release()
      }
    })
    const inputs = articles.reduce((sum, article) => sum + article.inputs.length, 0)
    this.#counts.queued += queued
    this.#counts.unchanged += known.length
    this.#counts.waiting += inputs - queued - known.length
    const [dead, skipped] = [countEntries(gathered.dead), countEntries(gathered.skipped)]
    this.#counts.dead += dead
    this.#counts.skipped += skipped
    this.#counts.inputs += inputs + dead + skipped
    this.#options.onProgress?.({ ...this.#counts })
    if (this.#counts.queued >= this.#analyseAt) {
      await this.#analyse()
      this.#analyseAt = 2 * this.#counts.queued
    }
  }

  async #write(
    client: ClientBase,
    articles: readonly NewArticle[],
    { dead, skipped, read }: GatheredEntries,
  ): Promise<{ queued: number; known: readonly ArticleInput[] }> {
    const { stages, startRun } = this.#options
    const ids = articles.map(({ article }) => article.id)
    const done = await findDone(client, ids, stages)
    const open = articles.filter(({ article }) => !done.has(article.id))
    const staged = await stageArticles(client, open)
    const gone = await addInputs(
      client,
      open.filter(({ article }) => !staged.has(article.id)),
    )
    const batch = ids.filter(id => staged.has(id))
    if (batch.length > 0) await this.#queue.add(client, [{ articles: batch, tries: 0 }], stages)
    const passed = new Set([...done, ...gone.map(({ article }) => article.id)])
    const known = articles
      .filter(({ article }) => passed.has(article.id))
      .flatMap(({ article, inputs }) => inputs.map(({ told, ...origin }) => ({ articleId: article.id, origin, told })))
    if (known.length + dead.length + skipped.length > 0)
      await writeBatch(client, await startRun(), { records: [], dead, skipped, inputs: known, read })
    else {
      const touched = new TouchedRows()
      await settleLetters(client, read, touched)
      await settleInputs(client, read, null, touched)
      if (!touched.isEmpty) await touched.seal(client, await startRun())
    }
    return { queued: batch.length, known }
  }

  async #waitForRoom(): Promise<void> {
    const { mostQueued, signal, onFull } = this.#options
    let isTold = false
    while (!signal.aborted) {
      const queued = await this.#outlast(() => countQueued(this.#pool))
      if (queued < mostQueued) return
      if (!isTold) onFull?.(queued)
      isTold = true
      await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {})
    }
  }

  async #analyse(): Promise<void> {
    await this.#outlast(() => this.#pool.query(`ANALYZE ${QUEUE_SCHEMA}.job, queued_article`))
  }

  /** An interruption does not end it: what has been read is to be queued. */
  #outlast<Result>(action: () => Promise<Result>): Promise<Result> {
    return outlastConflicts(action, { onHeld: this.#options.onHeld })
  }
}
