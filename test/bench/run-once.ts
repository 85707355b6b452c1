/**
 * One run of a folder through the real run path (reader, queue, threads, writer, SQLite file), in a process of its own
 * so that its memory is its own. Arguments: folder, database, threads. Sends a `RunFigures` to the process that forked it.
 */
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { discover } from '../../src/read/discover.ts'
import { DEFAULT_MAX_BYTES, readArticles } from '../../src/read/read-articles.ts'
import { runArticles } from '../../src/run/run-articles.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'

export interface RunFigures {
  /** From the first file read to the store closed; starting the threads is part of it. */
  readonly ms: number
  readonly done: number
  /** Largest resident set of the process, all its threads included. */
  readonly peakBytes: number
}

const [folder, path, threads] = process.argv.slice(2) as [string, string, string]
const { signal } = new AbortController()

const start = performance.now()
const inputs = readArticles(discover(['.'], folder), {
  maxBytes: DEFAULT_MAX_BYTES,
  standardInput: process.stdin,
  signal,
})
const { counts } = await runArticles(inputs, () => SqliteStore.open(path), {
  threads: Number(threads),
  timeoutMs: 60_000,
  heapMb: 1024,
  analyser: new URL('../../src/run/analyse.ts', import.meta.url),
  configuration: { hearsay: 'bench', node: process.version, libraries: {}, options: {} },
  signal,
})
const ms = performance.now() - start

process.send?.({ ms, done: counts.done, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies RunFigures)
process.disconnect?.()
