/**
 * A thread of the process for queries that ends the process when it must not go on: its parent has gone, it holds more
 * memory than it may, or a query runs beyond its time and the parent, who ends it then, is kept from that by other work.
 * While a query runs, nothing else of that process would notice, and a query may run for ever.
 */
import process from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import type { QueryLimits } from './limits.ts'

/** What the thread needs to know. */
export interface Watch {
  /** Process that must live on. */
  readonly parent: number
  readonly limits: QueryLimits
}

/** Said before and after every query. */
export type QueryEvent = 'begins' | 'ended'

const LOOK_FOR_PARENT_EVERY_MS = 500
const LOOK_EVERY_MS = 25
/** How long the parent may take to end a query itself, which tells who asked why. */
const GRACE_MS = 500

const { parent, limits } = workerData as Watch
let looking: NodeJS.Timeout | undefined

setInterval(() => {
  if (process.ppid !== parent) end()
}, LOOK_FOR_PARENT_EVERY_MS)

parentPort?.on('message', (event: QueryEvent) => {
  clearInterval(looking)
  if (event === 'ended') return
  const latest = performance.now() + limits.milliseconds + GRACE_MS
  looking = setInterval(() => {
    // SQLite's memory is out of reach for V8's own limit, and what SQLite gives for SQLite's.
    if (performance.now() > latest || process.memoryUsage.rss() > limits.memory) end()
  }, LOOK_EVERY_MS)
})
parentPort?.postMessage('watching')

function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
