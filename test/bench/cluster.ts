/**
 * What several processes on one PostgreSQL give, and what the queue and the store cost them: `npm run bench:cluster`, or
 * `npm run bench:cluster -- ARTICLES REPEATS`. Everything is measured in one run, by turns, against the same pipeline.
 */
import { loadavg } from 'node:os'
import process from 'node:process'
import { startPostgres } from '../postgres/start-postgres.ts'
import { recombineArticles } from './articles.ts'
import { measureWorkers } from './cluster-workers.ts'
import { formatTable, inWords, median } from './figures.ts'
import { analyseAll, measureQueue, type QueueSpeed } from './queue-speed.ts'

const [ARTICLES = 1000, REPEATS = 3] = process.argv.slice(2).map(Number)
const BATCH = 100
/** The most that the queue and the store may cost, against the pipeline. */
const TARGET = 0.1

const write = (text: string) => process.stdout.write(`${text}\n`)
write(`Load average before: ${(loadavg()[0] ?? 0).toFixed(1)}`)
const articles = recombineArticles(ARTICLES)
const server = await startPostgres()
try {
  const { records, msEach } = analyseAll(articles)
  write(`${inWords(ARTICLES)} articles; the pipeline takes ${inWords(msEach)} ms for one, in one thread.`)
  const speeds: QueueSpeed[] = []
  const one: number[] = []
  const two: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    speeds.push(await measureQueue(await server.createDatabase(), articles, records, BATCH))
    const measure = async (workers: number) =>
      await measureWorkers(await server.createDatabase(), articles, workers, BATCH)
    // By turns, so that what grows slower with time is not always the same.
    if (repeat % 2 === 0) one.push(await measure(1))
    two.push(await measure(2))
    if (repeat % 2 === 1) one.push(await measure(1))
  }
  const middle = (choose: (speed: QueueSpeed) => number) => median(speeds.map(choose))
  const rows = [
    ['', 'articles a second', 'ms for one', 'against the pipeline'],
    ...(
      [
        ['pipeline alone, one thread', msEach],
        ['enqueue', middle(speed => speed.enqueueMs)],
        ['queue alone: take, complete', middle(speed => speed.queueMs)],
        ['queue and store: take, read, write, complete', middle(speed => speed.storeMs)],
      ] as const
    ).map(([name, ms]) => [name, inWords(1000 / ms), inWords(ms), inPercent(ms / msEach)]),
  ]
  write(formatTable(rows))
  const ratio = median(two.map((speed, i) => speed / (one[i] as number)))
  write(
    `Worker processes of one thread: ${inWords(median(one))} articles a second with one, ${inWords(median(two))} with two, ` +
      `${ratio.toFixed(2)} times as many (the server works on the same cores).`,
  )
  const share = median(speeds.map(({ storeMs }) => storeMs / msEach))
  write(`Queue and store: ${inPercent(share)} of the pipeline's time; target: at most ${inPercent(TARGET)}.`)
  if (share > TARGET) process.exitCode = 1
} finally {
  await server.close()
}

function inPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
