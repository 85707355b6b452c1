import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { untilStopped } from '../../read/bytes/read-bytes.ts'
import type { Discovered } from '../../read/discover.ts'
import type { InputOutcome } from '../../read/format.ts'
import { DEFAULT_LIMITS } from '../../read/limits/limits.ts'
import type { ReadingOptions } from '../../read/read-discovered.ts'
import { restoreError } from '../threads/carried-error.ts'
import { boundHeapGrowth, YOUNG_MB } from '../threads/heap-growth.ts'
import { ReadingBeacon } from './reading-beacon.ts'
import { neededTooMuch, type ReadingFailure, ReadingGuard } from './reading-guard.ts'
import type { ReadingData, ReadingReport, ReadingTask } from './reading-task.ts'

export interface ThreadReaderOptions extends ReadingOptions {
  /** Largest memory of the thread, heap and buffers together, in MB. */
  readonly heapMb: number
  /** Module that exports a `ReaderModule`. */
  readonly readerModule: URL
  /** What `-` stands for. */
  readonly standardInput: Readable
  /** Ends reading at once, whatever the thread is at. */
  readonly signal: AbortSignal
}

/** How long a thread that was stopped is waited for: only native code holds it. */
const LONGEST_END_MS = 5000

/** One thread that reads inputs, one at a time. When it is lost, it is of no more use. */
export class ReadingThread {
  readonly #options: ThreadReaderOptions
  readonly #thread: Worker
  readonly #guard: ReadingGuard
  readonly #reports: ReadingReport[] = []
  #wake = Promise.withResolvers<void>()
  readonly #stopped = Promise.withResolvers<void>()
  #isReady = false
  #isGone = false
  #failure: ReadingFailure | null = null
  #error: Error | null = null
  #standardInput: AsyncIterator<Uint8Array> | null = null

  constructor(options: ThreadReaderOptions) {
    this.#options = options
    boundHeapGrowth()
    const { limits, format, fields, anyLanguage, whole, heapMb, readerModule, signal } = options
    const beacon = new ReadingBeacon()
    const worker = import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js'
    this.#thread = new Worker(new URL(worker, import.meta.url), {
      workerData: {
        readerModule: readerModule.href,
        options: { limits, format, fields, anyLanguage, whole },
        beacon: beacon.memory,
      } satisfies ReadingData,
      // As for the threads that analyse: V8's own limit can end the whole process, so it lies well above.
      resourceLimits: { maxOldGenerationSizeMb: heapMb + 1024, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const timeoutMs = limits?.timeoutMs ?? DEFAULT_LIMITS.timeoutMs
    this.#guard = new ReadingGuard({ timeoutMs, heapMb }, beacon, this.#thread, failure => {
      this.#failure ??= failure
      this.stop()
    })
    this.#thread.on('message', (report: ReadingReport) => this.#hear(report))
    this.#thread.on('error', error => {
      this.#error = error as Error
    })
    // Whatever it has said before comes first, even when it was stopped.
    this.#thread.once('exit', code => this.#lose({ kind: 'exit', what: endedWith(code), advice: 'please report it' }))
    signal.addEventListener('abort', this.stop)
  }

  /**
   * Yields what reading makes of an input.
   *
   * @returns null, or why the thread was lost before the input had come to its end
   * @throws when the thread cannot load its modules, and what reading must not throw
   */
  async *read(input: Discovered): AsyncGenerator<InputOutcome, ReadingFailure | null> {
    let isOver = false
    this.#tell({ task: 'read', input })
    this.#guard.start()
    try {
      for (;;) {
        const report = await this.#nextReport()
        if (report === null) return this.#describeLoss()
        if (report.report === 'outcome') {
          yield freeze(report.outcome)
          if (this.#reports[0]?.report !== 'ended') this.#tell({ task: 'taken' })
        } else if (report.report === 'ended') {
          isOver = true
          return null
        } else if (report.report === 'broken') throw restoreError(report.error)
      }
    } finally {
      this.#guard.stop()
      this.#leaveStandardInput()
      if (!isOver) this.stop()
    }
  }

  /** Stops the thread, whatever it is at. Stopping twice is harmless. */
  readonly stop = (): void => {
    this.#retire()
    const late = setTimeout(() => this.#lose(null), LONGEST_END_MS)
    void this.#thread.terminate().then(() => {
      clearTimeout(late)
      this.#stopped.resolve()
    })
  }

  /** Stops the thread and waits until it has ended. */
  async close(): Promise<void> {
    this.stop()
    await this.#stopped.promise
  }

  #tell(task: ReadingTask): void {
    this.#thread.postMessage(
      task,
      task.task === 'chunk' && task.chunk !== null ? [task.chunk.buffer as ArrayBuffer] : [],
    )
  }

  #hear(report: ReadingReport): void {
    if (report.report === 'ready') this.#isReady = true
    else if (report.report === 'wants-chunk') void this.#giveChunk()
    else {
      this.#reports.push(report)
      this.#wake.resolve()
    }
  }

  #lose(failure: ReadingFailure | null): void {
    this.#isGone = true
    this.#retire()
    if (failure !== null) this.#failure ??= failure
    this.#wake.resolve()
    this.#stopped.resolve()
  }

  /** Whoever takes outcomes may have left in the middle of an input, without a word. */
  #retire(): void {
    this.#options.signal.removeEventListener('abort', this.stop)
    this.#guard.stop()
  }

  /** Null when the thread is gone. */
  async #nextReport(): Promise<ReadingReport | null> {
    while (this.#reports.length === 0 && !this.#isGone) {
      this.#wake = Promise.withResolvers()
      await this.#wake.promise
    }
    return this.#reports.shift() ?? null
  }

  #describeLoss(): ReadingFailure {
    const { signal, heapMb } = this.#options
    if (this.#error !== null && (this.#error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
      return neededTooMuch(heapMb)
    // Nothing can be read then, and no input is to blame.
    if (!this.#isReady && !signal.aborted) throw this.#error ?? new Error('the thread that reads did not start')
    if (this.#error !== null) {
      const words = `${this.#error.name}: ${this.#error.message}`.replace(/\s+/g, ' ').slice(0, 300)
      return { kind: 'throw', what: `its reader failed (${words})`, advice: 'please report it' }
    }
    return this.#failure ?? { kind: 'exit', what: endedWith(null), advice: 'please report it' }
  }

  async #giveChunk(): Promise<void> {
    try {
      const { standardInput, signal } = this.#options
      this.#standardInput ??= untilStopped(standardInput, signal)[Symbol.asyncIterator]()
      const next = await this.#standardInput.next()
      // A copy, because it is handed over with all of its memory, of which a stream gives away parts.
      this.#tell({ task: 'chunk', chunk: next.done === true ? null : new Uint8Array(next.value) })
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException
      this.#tell({ task: 'broken-input', message, code })
    }
  }

  /** Nobody reads on where a reader has ended, and an open pipe would keep the process from ending. */
  #leaveStandardInput(): void {
    if (this.#standardInput !== null) this.#options.standardInput.destroy()
    this.#standardInput = null
  }
}

function endedWith(code: number | null): string {
  return `reading it ended its thread${code === null ? '' : ` with code ${code}`}`
}

/** Nobody may change an article, in whatever thread. */
function freeze(outcome: InputOutcome): InputOutcome {
  if (outcome.outcome === 'article') {
    Object.freeze(outcome.article.warnings)
    Object.freeze(outcome.article.origins)
    Object.freeze(outcome.leftOut)
    Object.freeze(outcome.article)
  }
  return outcome
}
