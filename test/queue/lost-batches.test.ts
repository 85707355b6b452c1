import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ArticleQueue } from '../../src/queue/article-queue.ts'
import { connectPool } from '../../src/queue/connect-pool.ts'
import { recombineArticles } from '../bench/articles.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { Cluster } from './cluster.ts'

describePostgres('a batch whose worker is lost three times', server => {
  let cluster: Cluster
  let pool: pg.Pool
  let queue: ArticleQueue

  beforeAll(async () => {
    cluster = new Cluster(await server().createDatabase())
    pool = await connectPool(cluster.url)
    queue = await ArticleQueue.open(pool, { isWorker: true })
  })
  afterAll(async () => {
    await queue.close()
    await pool.end()
    await cluster.close()
  })

  async function enqueue(count: number, batch: number): Promise<void> {
    const lines = recombineArticles(count).map(({ text, uri }) => `${JSON.stringify({ text, uri })}\n`)
    cluster.workspace.write('wire.jsonl', lines.join(''))
    expect(await cluster.enqueue(['wire.jsonl', '--batch', String(batch)])).toMatchObject({ status: 0 })
  }

  async function loseThreeTimes(): Promise<void> {
    const tries: number[] = []
    while (tries.length < 3) {
      const held = await queue.take()
      if (held === null) await new Promise(resolve => setTimeout(resolve, 100))
      else {
        tries.push(held.tries)
        await cluster.endLeases()
      }
    }
    expect(tries).toEqual([1, 2, 3])
    const lost = "SELECT count(*)::int FROM hearsay_queue.job WHERE name = 'articles-lost' AND state = 'created'"
    while ((await cluster.value(lost)) === 0) await new Promise(resolve => setTimeout(resolve, 100))
  }

  it('goes on as single articles, and none of them is lost', async () => {
    await enqueue(3, 3)
    await loseThreeTimes()
    expect(await cluster.startWorker().outcome()).toMatchObject({ status: 0 })
    expect(await cluster.countArticles()).toBe(3)
    expect(await cluster.rows('SELECT kind FROM dead_letter')).toEqual([])
    expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(0)
  })

  it('is a dead letter when it is a single article, with the whole of it', async () => {
    await enqueue(4, 1)
    await loseThreeTimes()
    expect((await cluster.startWorker().outcome()).status).toBe(3)
    expect(await cluster.countArticles()).toBe(3)
    const [letter, ...others] = await cluster.rows('SELECT kind, stage, attempts, article FROM dead_letter')
    expect(letter).toMatchObject({ kind: 'worker-lost', stage: 'work', attempts: 3 })
    expect(JSON.parse(letter?.article as string).text).not.toBe('')
    expect(others).toEqual([])
  })
})
