/**
 * One run of a folder through the real run path (reader, queue, threads, writer's thread, SQLite file), in a process of its own
 * so that its memory is its own. Arguments: folder, database, threads, name of the analyser. Sends a `RunFigures` to the process that forked it.
 */
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { discover } from '../../src/read/discover.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { readSharedModel } from '../../src/run/model/learned-model.ts'
import { ThreadReader } from '../../src/run/reading/thread-reader.ts'
import { runArticles } from '../../src/run/run-articles.ts'
import { ANALYSERS } from './analysers.ts'

export interface RunFigures {
  /** From the first file read to the first transaction: starting the threads, which load their language model. */
  readonly startMs: number
  /** From when half of the articles was done, by when every thread works, to when the store is closed. */
  readonly steadyMs: number
  /** Articles done in that time. */
  readonly steadyArticles: number
  readonly done: number
  /** Processor time of the main thread, which reads and hands out, for one article. */
  readonly mainCpuMs: number
  /** Share of the time in which the writer's thread was busy: near 1 it holds up the run. */
  readonly writerShare: number
  /** Largest resident set of the process, all its threads included. */
  readonly peakBytes: number
}

const [folder, path, threads, name] = process.argv.slice(2) as [string, string, string, string]
const analyser = ANALYSERS.find(one => one.name === name)
if (analyser === undefined) throw new Error(`there is no analyser ${name}`)
const { signal } = new AbortController()
const inputs = [...discover(['.'], folder)]

const start = performance.now()
const reader = new ThreadReader({
  standardInput: process.stdin,
  signal,
  heapMb: 1024,
  readerModule: new URL('../../src/read/read-discovered.ts', import.meta.url),
})
let startMs = 0
let steadyFrom: { readonly at: number; readonly done: number; readonly cpu: number } | null = null
const { counts, writerShare } = await runArticles(readArticles(inputs, reader), path, {
  threads: Number(threads),
  timeoutMs: 60_000,
  heapMb: 1024,
  analyser: analyser.url,
  ...(analyser.isLearned ? { shared: readSharedModel() } : {}),
  configuration: { hearsay: 'bench', node: process.version, libraries: {}, options: {} },
  signal,
  onProgress: ({ done }) => {
    if (startMs === 0) startMs = performance.now() - start
    if (steadyFrom === null && done >= inputs.length / 2) {
      steadyFrom = { at: performance.now(), done, cpu: mainThreadCpuMs() }
    }
  },
})
await reader.close()
const from = steadyFrom ?? { at: start, done: 0, cpu: 0 }
const steadyArticles = counts.done - from.done

process.send?.({
  startMs,
  steadyMs: performance.now() - from.at,
  steadyArticles,
  done: counts.done,
  mainCpuMs: (mainThreadCpuMs() - from.cpu) / steadyArticles,
  writerShare,
  peakBytes: process.resourceUsage().maxRSS * 1024,
} satisfies RunFigures)
process.disconnect?.()

function mainThreadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
