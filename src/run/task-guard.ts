import type { Worker } from 'node:worker_threads'
import type { AnalysisFailure } from './analysis.ts'

/** What one article may use. */
export interface TaskLimits {
  /** Longest time, from when its thread takes it up. */
  readonly timeoutMs: number
  /** Largest JavaScript heap of its thread, in MB; garbage that V8 has not collected yet counts too. */
  readonly heapMb: number
}

/** How often the heap is looked at: most articles are done before the first look. */
const LOOK_EVERY_MS = 100

/** Aborts {@link signal} when the article that a thread works on takes too long or too much memory. */
export class TaskGuard {
  readonly #limits: TaskLimits
  readonly #threadOf: (threadId: number) => Worker | undefined
  readonly #kill = new AbortController()
  #timeout: NodeJS.Timeout | undefined
  #look: NodeJS.Timeout | undefined
  #isOver = false
  #failure: AnalysisFailure | null = null

  constructor(limits: TaskLimits, threadOf: (threadId: number) => Worker | undefined) {
    this.#limits = limits
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
    this.#look = setInterval(() => void this.#lookAtHeap(threadId), LOOK_EVERY_MS)
  }

  stop(): void {
    this.#isOver = true
    clearTimeout(this.#timeout)
    clearInterval(this.#look)
  }

  async #lookAtHeap(threadId: number): Promise<void> {
    // The thread may end while it is asked, which the pool hears of itself.
    const heap = await this.#threadOf(threadId)
      ?.getHeapStatistics()
      .catch(() => undefined)
    if (heap !== undefined && heap.used_heap_size > this.#limits.heapMb * 1024 * 1024)
      this.#abort(outOfMemory(this.#limits))
  }

  #abort(failure: AnalysisFailure): void {
    if (this.#isOver) return
    this.stop()
    this.#failure = failure
    this.#kill.abort()
  }
}

export function outOfMemory(limits: TaskLimits): AnalysisFailure {
  return { kind: 'out-of-memory', error: `needed more than ${limits.heapMb} MB of heap` }
}
