import process from 'node:process'
import { createTextArticle } from '../../src/read/article/create-text-article.ts'
import { AnalysisPool } from '../../src/run/analysing/analysis-pool.ts'

/*
 * A process whose threads are ended again and again while they work with the encoder: `terminate-calls.ts COUNT`. Long articles
 * come to the limit of time somewhere in the middle, most often inside the runtime; each is followed by a short one.
 * Writes how many ended so, and how many short ones were done. Who ended a thread inside the runtime would abort the process.
 */

const [count = 0] = process.argv.slice(2).map(Number)
const SENTENCE =
  'The minister said on Monday that the bridge over the river would stay closed until the inspectors had left. '
/** Many times what a short one costs, and a fraction of what a long one does. */
const LIMITS = { timeoutMs: 1500, heapMb: 2048 }

const analyser = new URL('../../src/run/analyse-encoder.ts', import.meta.url)
const pool = new AnalysisPool({ ...LIMITS, threads: 2, analyser })
await pool.start()
let ended = 0
let done = 0
const work = async (lane: number) => {
  for (let turn = lane; turn < count; turn += 2) {
    const long = await pool.analyse(createTextArticle(`Number ${turn}. ${SENTENCE.repeat(4000 + ((turn * 37) % 500))}`))
    if ('failure' in long && long.failure.kind === 'timeout') ended += 1
    const short = await pool.analyse(createTextArticle(`Number ${turn}. ${SENTENCE}`))
    if ('findings' in short) done += 1
  }
}
await Promise.all([work(0), work(1)])
await pool.close()
process.stdout.write(`${JSON.stringify({ ended, done })}\n`)
