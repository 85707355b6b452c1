import { expect, it, onTestFinished } from 'vitest'
import { createTextArticle } from '../../read/article/create-text-article.ts'
import { AnalysisPool } from './analysis-pool.ts'

const ANALYSER = new URL('../../../test/faults/analysers/counted.ts', import.meta.url)

/** A pool, and how many threads it has started so far. */
async function open(threads: number) {
  const shared = new SharedArrayBuffer(4)
  const pool = new AnalysisPool({ threads, analyser: ANALYSER, shared, timeoutMs: 60_000, heapMb: 1024 })
  onTestFinished(() => pool.close())
  await pool.start()
  return { pool, count: () => Atomics.load(new Int32Array(shared), 0) }
}

const article = (text: string) => createTextArticle(`Number ${text}. The mayor said the bridge was shut.`)

it('starts one thread for articles that come one after another, however many it may start', async () => {
  const { pool, count } = await open(4)
  for (const text of ['one', 'two', 'three']) expect(await pool.analyse(article(text))).toHaveProperty('findings')
  expect(count()).toBe(1)
})

it('starts more for articles that wait, up to as many as it may', async () => {
  const { pool, count } = await open(3)
  const texts = Array.from({ length: 8 }, (_, index) => `${index}, which waits for 3 threads`)
  for (const analysis of await Promise.all(texts.map(text => pool.analyse(article(text)))))
    expect(analysis).toHaveProperty('findings')
  expect(count()).toBe(3)
})
