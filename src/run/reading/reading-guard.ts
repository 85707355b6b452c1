import type { Worker } from 'node:worker_threads'
import { LOOK_EVERY_MS, mostLooks } from '../threads/patience.ts'
import { processorMsOf } from '../threads/processor-time.ts'
import type { ReadingBeacon } from './reading-beacon.ts'

/** Why a reading thread was lost together with the rest of its input. */
export interface ReadingFailure {
  readonly kind: 'timeout' | 'out-of-memory' | 'exit' | 'throw'
  /** What happened, to be read after the input's name. */
  readonly what: string
  readonly advice: string
}

/** What reading may use. */
export interface ReadingLimits {
  /** Most processor time for the markup of one article, in ms, which its reader keeps to itself. */
  readonly timeoutMs: number
  /** Largest memory of the thread, heap and buffers together, in MB. */
  readonly heapMb: number
}

/**
 * An entry is not only markup, and markup is stopped inside the thread, which costs less: what this stops is a defect. It
 * may take several times as long, with time for loading libraries and, as what is not kept of a large file is passed over,
 * for each megabyte some twenty times what the slowest format takes.
 */
const TIMES_MARKUP = 5
const LOADING_MS = 2000
const MS_A_MEGABYTE = 200

/** Looks at the thread that reads, and tells when the entry it is at takes too much time or memory. */
export class ReadingGuard {
  readonly #limits: ReadingLimits
  readonly #beacon: ReadingBeacon
  readonly #thread: Worker
  readonly #onFailure: (failure: ReadingFailure) => void
  #look: NodeJS.Timeout | undefined
  #entry: number | null = null
  #isAsking = false
  #looksUnanswered = 0

  /** @param onFailure told once what was passed */
  constructor(
    limits: ReadingLimits,
    beacon: ReadingBeacon,
    thread: Worker,
    onFailure: (failure: ReadingFailure) => void,
  ) {
    this.#limits = limits
    this.#beacon = beacon
    this.#thread = thread
    this.#onFailure = onFailure
  }

  start(): void {
    this.#look = setInterval(() => void this.#lookAt(), LOOK_EVERY_MS)
  }

  stop(): void {
    clearInterval(this.#look)
    this.#entry = null
  }

  /** A thread that waits for a pipe answers, and has used nothing: it may wait for as long as it likes. */
  async #lookAt(): Promise<void> {
    const { entry } = this.#beacon
    if (this.#isAsking) {
      this.#looksUnanswered += 1
      if (this.#looksUnanswered > mostLooks(this.#limits.timeoutMs)) this.#fail(this.#tookTooLong())
      return
    }
    const isSame = entry === this.#entry
    this.#entry = entry
    // Most entries are read between two looks.
    if (!isSame) return
    this.#isAsking = true
    this.#looksUnanswered = 0
    const [usedMs, heap] = await Promise.all([
      processorMsOf(this.#thread),
      this.#thread.getHeapStatistics().catch(() => null),
    ])
    this.#isAsking = false
    // It may have ended meanwhile, and another begun.
    if (this.#entry !== entry || this.#beacon.entry !== entry) return
    const mostMs = this.#mostMs + this.#beacon.megabytes * MS_A_MEGABYTE
    if (usedMs !== null && usedMs - this.#beacon.begunAtMs > mostMs) this.#fail(this.#tookTooLong())
    // Buffers lie outside the heap, and no limit of V8 holds for them.
    const used = heap === null ? 0 : heap.used_heap_size + heap.external_memory
    if (used > this.#limits.heapMb * 1024 * 1024) this.#fail(neededTooMuch(this.#limits.heapMb))
  }

  get #mostMs(): number {
    return TIMES_MARKUP * this.#limits.timeoutMs + LOADING_MS
  }

  #tookTooLong(): ReadingFailure {
    const what = `reading it took longer than ${this.#mostMs / 1000} s of processor time`
    return { kind: 'timeout', what, advice: 'raise the limit with --read-timeout' }
  }

  #fail(failure: ReadingFailure): void {
    this.stop()
    this.#onFailure(failure)
  }
}

export function neededTooMuch(heapMb: number): ReadingFailure {
  const what = `reading it needed more than ${heapMb} MB of memory`
  return { kind: 'out-of-memory', what, advice: 'split it, or raise the limit with --max-heap' }
}
