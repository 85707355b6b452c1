import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ArticleQueue, type HeldBatch } from '../../src/queue/article-queue.ts'
import { connectPool } from '../../src/queue/connect-pool.ts'
import { enqueueArticles } from '../../src/queue/enqueue-articles.ts'
import { settleBatch } from '../../src/queue/settle-batch.ts'
import { analyseArticle, STAGES } from '../../src/run/analyse-rules.ts'
import { openStore } from '../../src/store/open-store.ts'
import { recombineArticles } from '../bench/articles.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { Cluster } from './cluster.ts'

const ARTICLES = recombineArticles(5)
const records = await Promise.all(ARTICLES.map(article => analyseArticle(article)))
const RESULT = { records, dead: [], again: [], known: [] }

describePostgres('a worker whose lease is over', server => {
  let cluster: Cluster
  let pool: pg.Pool
  let queue: ArticleQueue
  let runId: number
  let first: HeldBatch
  let second: HeldBatch

  beforeAll(async () => {
    cluster = new Cluster(await server().createDatabase())
    pool = await connectPool(cluster.url)
    await cluster.unlock()
    queue = await ArticleQueue.open(pool, { isWorker: true })
    const store = await openStore(cluster.url)
    const configuration = { hearsay: '0', node: '0', libraries: {}, stages: STAGES, options: {} }
    runId = await store.startRun(configuration)
    const outcomes = (async function* () {
      for (const article of ARTICLES) yield { outcome: 'article' as const, article }
    })()
    const { signal } = new AbortController()
    const startRun = () => Promise.resolve(runId)
    await enqueueArticles(outcomes, pool, queue, { stages: STAGES, batchSize: 5, mostQueued: 9, signal, startRun })
    first = await untilTaken()
    await cluster.endLeases()
    second = await untilTaken()
  })
  afterAll(async () => {
    await queue.close()
    await pool.end()
    await cluster.close()
  })

  async function untilTaken(): Promise<HeldBatch> {
    for (;;) {
      const held = await queue.take()
      if (held !== null) return held
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  const settle = (held: HeldBatch) => settleBatch({ pool, queue, stages: STAGES, runId }, held, RESULT)
  const countWritten = () => cluster.value('SELECT count(*)::int FROM written_claim')

  it('has the same batch as its successor, told apart by the attempt', () => {
    expect(second.id).toBe(first.id)
    expect(second.articles).toEqual(first.articles)
    expect(second.retryCount).toBe(first.retryCount + 1)
  })

  it('can neither renew it nor write what it has computed', async () => {
    expect(await queue.renew(first)).toBe(false)
    expect(await settle(first)).toBeNull()
    expect(await countWritten()).toBe(0)
    expect(await cluster.countArticles()).toBe(0)
    expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(5)
  })

  it('leaves it to its successor, who writes it once', async () => {
    expect(await queue.renew(second)).toBe(true)
    expect(await settle(second)).toMatchObject({ done: 5, dead: 0 })
    expect(await cluster.countArticles()).toBe(5)
    const written = await countWritten()
    expect(await settle(first)).toBeNull()
    // Of whom the server went away from before it could say that all is committed: it is told so the next time.
    expect(await settle(second)).toMatchObject({ done: 5, dead: 0 })
    expect(await countWritten()).toBe(written)
    expect(await cluster.findDoubled()).toEqual([])
  })
})
