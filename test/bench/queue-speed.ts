import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import type { Article } from '../../src/domain/article.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { ArticleQueue, type HeldBatch } from '../../src/queue/article-queue.ts'
import { connectPool } from '../../src/queue/connect-pool.ts'
import { enqueueArticles } from '../../src/queue/enqueue-articles.ts'
import { readQueued } from '../../src/queue/queued-articles.ts'
import { settleBatch } from '../../src/queue/settle-batch.ts'
import { analyseArticle, STAGES } from '../../src/run/analyse-linear.ts'
import { inTransaction } from '../../src/store/postgres/connection/transaction.ts'
import { PostgresStore } from '../../src/store/postgres/postgres-store.ts'

/** Milliseconds for one article. */
export interface QueueSpeed {
  readonly enqueueMs: number
  /** Of batches that are taken and completed, and nothing else. */
  readonly queueMs: number
  /** Of batches whose claims are written as well, one after the other. */
  readonly storeMs: number
}

const NOTHING = { run: 0, inputs: 0, done: 0, unchanged: 0, dead: 0, claims: 0 }

/** Analyses everything in this thread. */
export async function analyseAll(articles: readonly Article[]): Promise<{
  readonly records: ReadonlyMap<string, ArticleRecord>
  readonly msEach: number
}> {
  const records = new Map<string, ArticleRecord>()
  const start = performance.now()
  for (const article of articles) records.set(article.id, await analyseArticle(article))
  return { records, msEach: (performance.now() - start) / articles.length }
}

/** What the queue and the store take for these articles when nothing has to be computed. */
export async function measureQueue(
  url: string,
  articles: readonly Article[],
  records: ReadonlyMap<string, ArticleRecord>,
  batchSize: number,
): Promise<QueueSpeed> {
  const pool = await connectPool(url)
  const queue = await ArticleQueue.open(pool, { isWorker: false })
  const store = await PostgresStore.open(url)
  try {
    const configuration = { hearsay: 'bench', node: process.version, libraries: {}, stages: STAGES, options: {} }
    const runId = await store.startRun(configuration)
    const enqueue = () => enqueueAll(pool, queue, runId, articles, batchSize)
    const each = (ms: number) => ms / articles.length

    const enqueueMs = each(await timeOf(enqueue))
    const queueMs = each(await timeOf(() => drain(queue, held => complete(pool, queue, held))))
    await pool.query('TRUNCATE queued_article')
    await enqueue()
    const storeMs = each(
      await timeOf(() =>
        drain(queue, async held => {
          const read = await readQueued(pool, held.articles)
          const found = read.map(({ id }) => records.get(id) as ArticleRecord)
          await settleBatch({ pool, queue, stages: STAGES, runId }, held, {
            records: found,
            dead: [],
            again: [],
            known: [],
          })
        }),
      ),
    )
    return { enqueueMs, queueMs, storeMs }
  } finally {
    await store.close()
    await queue.close()
    await pool.end()
  }
}

async function enqueueAll(
  pool: pg.Pool,
  queue: ArticleQueue,
  runId: number,
  articles: readonly Article[],
  batchSize: number,
): Promise<void> {
  const outcomes = (async function* () {
    for (const article of articles) yield { outcome: 'article' as const, article }
  })()
  const { signal } = new AbortController()
  const startRun = () => Promise.resolve(runId)
  await enqueueArticles(outcomes, pool, queue, { stages: STAGES, batchSize, mostQueued: 1e9, signal, startRun })
}

async function drain(queue: ArticleQueue, handle: (held: HeldBatch) => Promise<unknown>): Promise<void> {
  for (let held = await queue.take(); held !== null; held = await queue.take()) await handle(held)
}

async function complete(pool: pg.Pool, queue: ArticleQueue, held: HeldBatch): Promise<void> {
  const client = await pool.connect()
  await inTransaction(client, () => queue.complete(client, held, NOTHING))
  client.release()
}

async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
