/**
 * What several processes on one PostgreSQL give, and what the queue and the store cost them: `npm run bench:cluster`, or
 * `npm run bench:cluster -- ARTICLES REPEATS`. Everything is measured in one run, by turns, against the same pipeline.
 */
import { loadavg } from 'node:os'
import process from 'node:process'
import { type PostgresServer, query, startPostgres } from '../postgres/start-postgres.ts'
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
  // The first time warms up.
  const { records } = await analyseAll(articles)
  await inNewDatabase(server, url => measureQueue(url, articles, records, BATCH))
  const speeds: (QueueSpeed & { readonly pipelineMs: number })[] = []
  const one: number[] = []
  const two: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    // One after the other, so that a machine that slows down slows down both.
    const { msEach: pipelineMs } = await analyseAll(articles)
    const queue = await inNewDatabase(server, url => measureQueue(url, articles, records, BATCH))
    speeds.push({ pipelineMs, ...queue })
    const measure = async (workers: number) =>
      await inNewDatabase(server, url => measureWorkers(url, articles, workers, BATCH))
    // By turns, so that what grows slower with time is not always the same.
    if (repeat % 2 === 0) one.push(await measure(1))
    two.push(await measure(2))
    if (repeat % 2 === 1) one.push(await measure(1))
  }
  const shareOf = (part: keyof QueueSpeed) => median(speeds.map(speed => speed[part] / speed.pipelineMs))
  const middle = (part: keyof (typeof speeds)[number]) => median(speeds.map(speed => speed[part]))
  const row = (name: string, part: keyof QueueSpeed) => [
    ...[name, inWords(1000 / middle(part)), inWords(middle(part)), inPercent(shareOf(part))],
  ]
  const rows = [
    ['', 'articles a second', 'ms for one', 'against the pipeline'],
    ['pipeline alone, one thread', inWords(1000 / middle('pipelineMs')), inWords(middle('pipelineMs')), inPercent(1)],
    row('enqueue', 'enqueueMs'),
    row('queue alone: take, complete', 'queueMs'),
    row('queue and store: take, read, write, complete', 'storeMs'),
  ]
  write(formatTable(rows))
  const ratio = median(two.map((speed, i) => speed / (one[i] as number)))
  write(
    `Worker processes of one thread: ${inWords(median(one))} articles a second with one, ${inWords(median(two))} with two, ` +
      `${ratio.toFixed(2)} times as many (the server works on the same cores).`,
  )
  const share = shareOf('storeMs')
  write(
    `${inWords(ARTICLES)} articles, middle of ${REPEATS} repeats; shares: ${speeds.map(({ storeMs, pipelineMs }) => inPercent(storeMs / pipelineMs)).join(', ')}.`,
  )
  write(`Queue and store: ${inPercent(share)} of the pipeline's time; target: at most ${inPercent(TARGET)}.`)
  if (share > TARGET) process.exitCode = 1
} finally {
  await server.close()
}

/** What one measurement leaves to be tidied up must not slow down the next. */
async function inNewDatabase<Result>(
  server: PostgresServer,
  measure: (url: string) => Promise<Result>,
): Promise<Result> {
  const url = await server.createDatabase()
  const result = await measure(url)
  await query(server.urlOf('postgres'), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`)
  return result
}

function inPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
