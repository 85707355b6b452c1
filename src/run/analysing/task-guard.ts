import type { Worker } from 'node:worker_threads'
import { LOOK_EVERY_MS, mostLooks } from '../threads/patience.ts'
import { processorMsOf } from '../threads/processor-time.ts'
import type { AnalysisFailure } from './analysis.ts'
import type { Beacon } from './beacon.ts'

/** What one article may use. */
export interface TaskLimits {
  /** Most processor time, in ms, from when its thread takes it up. A busy machine makes an article take longer, not cost more. */
  readonly timeoutMs: number
  /** Largest memory of its thread, heap and buffers together, in MB; garbage that is not collected yet counts too. */
  readonly heapMb: number
}

/** How soon to look again whether a thread has left the runtime: a call takes some 10 ms. */
const CALL_MS = 2

/** Aborts {@link signal} when the article that a thread works on takes too much time or memory, or is to be left. */
export class TaskGuard {
  readonly #limits: TaskLimits
  readonly #beacon: Beacon
  readonly #threadOf: (threadId: number) => Worker | undefined
  readonly #kill = new AbortController()
  #look: NodeJS.Timeout | undefined
  #looks = 0
  #isAsking = false
  #isOver = false
  #hasEnded = false
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

  /** Begins to look. Does nothing when no thread took the article up, or when it is done already. */
  start(threadId: number | null): void {
    if (threadId === null || this.#isOver) return
    this.#look = setInterval(() => void this.#lookAt(threadId), LOOK_EVERY_MS)
  }

  /** Says that the article's thread has answered, or is gone. */
  stop(): void {
    this.#hasEnded = true
    this.#lookNoMore()
  }

  #lookNoMore(): void {
    this.#isOver = true
    clearInterval(this.#look)
  }

  /** Stops the article's thread although no limit was passed, unless it is done. */
  leave(): void {
    if (!this.#isOver) this.#abort(null)
  }

  async #lookAt(threadId: number): Promise<void> {
    const { timeoutMs, heapMb } = this.#limits
    this.#looks += 1
    if (this.#looks > mostLooks(timeoutMs)) this.#abort(tookTooLong(this.#limits))
    // The thread may end while it is asked, which the pool hears of itself.
    const thread = this.#threadOf(threadId)
    if (thread === undefined || this.#isAsking) return
    this.#isAsking = true
    // A thread uses no more processor time than time goes by, so that there is no need to ask before.
    const mayBeOver = this.#looks * LOOK_EVERY_MS >= timeoutMs
    const [usedMs, heap] = await Promise.all([
      mayBeOver ? processorMsOf(thread) : null,
      thread.getHeapStatistics().catch(() => null),
    ])
    this.#isAsking = false
    if (usedMs !== null && usedMs - this.#beacon.begunAtMs > timeoutMs) this.#abort(tookTooLong(this.#limits))
    // Buffers lie outside the heap, and no limit of V8 holds for them.
    const used = heap === null ? 0 : heap.used_heap_size + heap.external_memory
    if (used > heapMb * 1024 * 1024) this.#abort(outOfMemory(this.#limits))
  }

  #abort(failure: AnalysisFailure | null): void {
    // While this thread was busy, the article may have come to its end: the answer is on its way.
    if (this.#isOver || this.#beacon.isFinished) return
    this.#lookNoMore()
    this.#failure = failure
    this.#killOutside()
  }

  /** Inside a model's runtime a thread cannot be ended without the process; no call there takes long. */
  #killOutside(): void {
    if (this.#hasEnded) return
    if (this.#beacon.closeCalls()) this.#kill.abort()
    else setTimeout(() => this.#killOutside(), CALL_MS)
  }
}

function tookTooLong({ timeoutMs }: TaskLimits): AnalysisFailure {
  return { kind: 'timeout', error: `took longer than ${timeoutMs / 1000} s of processor time` }
}

export function outOfMemory(limits: TaskLimits): AnalysisFailure {
  return { kind: 'out-of-memory', error: `needed more than ${limits.heapMb} MB of memory` }
}
