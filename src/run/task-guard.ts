import type { Worker } from 'node:worker_threads'
import type { AnalysisFailure } from './analysis.ts'
import type { Beacon } from './beacon.ts'

/** What one article may use. */
export interface TaskLimits {
  /** Longest time, from when its thread takes it up. */
  readonly timeoutMs: number
  /** Largest memory of its thread, heap and buffers together, in MB; garbage that is not collected yet counts too. */
  readonly heapMb: number
}

/** How often the memory is looked at: most articles are done before the first look. */
const LOOK_EVERY_MS = 100

/** Aborts {@link signal} when the article that a thread works on takes too long or too much memory. */
export class TaskGuard {
  readonly #limits: TaskLimits
  readonly #beacon: Beacon
  readonly #threadOf: (threadId: number) => Worker | undefined
  readonly #kill = new AbortController()
  #timeout: NodeJS.Timeout | undefined
  #look: NodeJS.Timeout | undefined
  #isOver = false
  #failure: AnalysisFailure | null = null

  constructor(limits: TaskLimits, beacon: Beacon, threadOf: (threadId: number) => Worker | undefined) {
    this.#limits = limits
    this.#beacon = beacon
    this.#threadOf = threadOf
  }

  get signal(): AbortSignal {
    return this.#kill.signal
  }

  /** Which limit was passed, or null. */
  get failure(): AnalysisFailure | null {
    return this.#failure
  }

  /** Starts the clock. Does nothing when no thread took the article up, or when it is done already. */
  start(threadId: number | null): void {
    if (threadId === null || this.#isOver) return
    const { timeoutMs } = this.#limits
    const timeout = { kind: 'timeout', error: `took longer than ${timeoutMs / 1000} s` } as const
    this.#timeout = setTimeout(() => this.#abort(timeout), timeoutMs)
    this.#look = setInterval(() => void this.#lookAtMemory(threadId), LOOK_EVERY_MS)
  }

  stop(): void {
    this.#isOver = true
    clearTimeout(this.#timeout)
    clearInterval(this.#look)
  }

  async #lookAtMemory(threadId: number): Promise<void> {
    // The thread may end while it is asked, which the pool hears of itself.
    const heap = await this.#threadOf(threadId)
      ?.getHeapStatistics()
      .catch(() => undefined)
    if (heap === undefined) return
    // Buffers lie outside the heap, and no limit of V8 holds for them.
    const used = heap.used_heap_size + heap.external_memory
    if (used > this.#limits.heapMb * 1024 * 1024) this.#abort(outOfMemory(this.#limits))
  }

  #abort(failure: AnalysisFailure): void {
    // While this thread was busy (reading a large page), the article may have come to its end: the answer is on its way.
    if (this.#isOver || this.#beacon.isFinished) return
    this.stop()
    this.#failure = failure
    this.#kill.abort()
  }
}

export function outOfMemory(limits: TaskLimits): AnalysisFailure {
  return { kind: 'out-of-memory', error: `needed more than ${limits.heapMb} MB of memory` }
}
