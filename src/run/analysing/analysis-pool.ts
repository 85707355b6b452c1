import PQueue from 'p-queue'
import { Piscina } from 'piscina'
import type { Article } from '../../domain/article.ts'
import { HearsayError } from '../../domain/errors.ts'
import type { NewsroomRules } from '../../domain/newsroom-rules.ts'
import type { StageInfo } from '../../domain/stage.ts'
import { refuseTelemetry } from '../../nlp/refuse-telemetry.ts'
import { boundHeapGrowth, boundYoungGrowth, YOUNG_MB } from '../threads/heap-growth.ts'
import {
  type Analysis,
  type AnalysisFailure,
  type AnalysisReply,
  type AnalysisTask,
  CHECK_EXAMPLES,
  describeThrown,
} from './analysis.ts'
import { Beacon } from './beacon.ts'
import { outOfMemory, TaskGuard, type TaskLimits } from './task-guard.ts'
import type { WorkerData } from './worker.ts'

export interface PoolOptions extends TaskLimits {
  readonly threads: number
  /** Module that exports an `Analyser`. */
  readonly analyser: URL
  /** Memory that the analyser's threads share. */
  readonly shared?: SharedArrayBuffer
  /** A newsroom's, beside those of the pipeline. */
  readonly rules?: NewsroomRules
  /** Folder of another model of the encoder than this version's. */
  readonly model?: string
  /** Whether first names may tell a gender; they may unless told otherwise. */
  readonly nameGender?: boolean
}

/**
 * How long the articles in work may still take when everything is to end: most are done by then, and what remains of a
 * second is for writing them.
 */
const LAST_MOMENT_MS = 400

/**
 * How long an article waits for a thread before more are started: about what one thread takes to load its language model,
 * so that a few articles never pay for a second model, and many wait for it at most once.
 */
const PATIENCE_MS = 750

/**
 * Worker threads, each analysing one article at a time. There is one at first; while articles wait their number doubles,
 * up to what is asked for.
 *
 * A thread that dies takes its article with it and is replaced. No article waits inside piscina, where it could be killed
 * for the one before it.
 */
export class AnalysisPool {
  readonly #pool: Piscina<AnalysisTask | typeof CHECK_EXAMPLES | null, AnalysisReply>
  readonly #options: PoolOptions
  readonly #guards = new Set<TaskGuard>()
  #stages: readonly StageInfo[] = []
  readonly #line = new PQueue({ concurrency: 1 })
  #patience: NodeJS.Timeout | undefined
  #lastMoment: NodeJS.Timeout | undefined
  readonly #isOver = new AbortController()

  constructor(options: PoolOptions) {
    this.#options = options
    boundHeapGrowth()
    refuseTelemetry()
    const worker = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
    this.#pool = new Piscina({
      filename: new URL(worker, import.meta.url).href,
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: {
        analyser: options.analyser.href,
        shared: options.shared ?? null,
        rules: options.rules ?? null,
        model: options.model ?? null,
        nameGender: options.nameGender ?? true,
      } satisfies WorkerData,
      // V8's own limit can end the whole process (a growing Map outruns the room that Node leaves for stopping the
      // thread), so it is set well above the one that `#guard` enforces.
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb + 1024, maxYoungGenerationSizeMb: YOUNG_MB },
      recordTiming: false,
    })
    // A thread may die with no article to blame, which piscina reports here; it has replaced the thread already.
    this.#pool.on('error', () => {})
  }

  /**
   * Waits until a thread can work and says which stages it runs; the main thread never loads them.
   * Throws when the analyser cannot be loaded, so that no article is blamed for it.
   *
   * @throws HearsayError (2) with the first example of the rules that does not come out
   * @returns null when it was told to {@link finishSoon} before any thread could work
   */
  async start(): Promise<readonly StageInfo[] | null> {
    const { signal } = this.#isOver
    try {
      if (this.#options.rules !== undefined) {
        const checked = await this.#pool.run(CHECK_EXAMPLES, { signal })
        if ('wrong' in checked && checked.wrong !== null) throw new HearsayError(checked.wrong, 'rules-invalid')
      }
      const reply = await this.#pool.run(null, { signal })
      if ('stages' in reply) this.#stages = reply.stages
      return this.#stages
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  /** Gives the articles in work a last moment; what is not done by then is left, and so is whatever is given afterwards. */
  finishSoon(): void {
    this.#lastMoment ??= setTimeout(() => {
      this.#isOver.abort()
      for (const guard of this.#guards) guard.leave()
    }, LAST_MOMENT_MS)
  }

  /** Analyses one article. Whatever goes wrong is a failure in the result, never a rejection. */
  async analyse(article: Article): Promise<Analysis> {
    const analysed = this.#line.add(() => this.#analyse(article))
    this.#growWhileWaiting()
    return analysed
  }

  #growWhileWaiting(): void {
    if (this.#patience !== undefined || this.#line.size === 0 || this.#line.concurrency >= this.#options.threads) return
    this.#patience = setTimeout(() => {
      this.#patience = undefined
      if (this.#line.size > 0) this.#line.concurrency = Math.min(2 * this.#line.concurrency, this.#options.threads)
      this.#growWhileWaiting()
    }, PATIENCE_MS)
  }

  async #analyse(article: Article): Promise<Analysis> {
    if (this.#isOver.signal.aborted) return { left: true }
    boundYoungGrowth()
    const beacon = new Beacon()
    const guard = new TaskGuard(this.#options, beacon, threadId =>
      this.#pool.threads.find(thread => thread.threadId === threadId),
    )
    this.#guards.add(guard)
    // Not from now: a thread that has just replaced a dead one first loads its language model.
    const guarding = beacon.begun().then(threadId => guard.start(threadId))
    try {
      const reply = await this.#pool.run({ article, beacon: beacon.memory }, { signal: guard.signal })
      if (reply instanceof Uint8Array) return { findings: reply }
      if ('failure' in reply) return this.#failed(reply.failure, beacon)
      throw new Error('the thread answered something else than was asked')
    } catch (error) {
      if (guard.failure === null && guard.signal.aborted) return { left: true }
      return this.#failed(guard.failure ?? this.#describeLoss(error), beacon)
    } finally {
      guard.stop()
      this.#guards.delete(guard)
      beacon.giveUp()
      await guarding
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#lastMoment)
    clearTimeout(this.#patience)
    await this.#pool.destroy()
  }

  #failed(failure: AnalysisFailure, beacon: Beacon): Analysis {
    const stage = beacon.stage === null ? null : (this.#stages[beacon.stage] ?? null)
    return { failure: { ...failure, stage } }
  }

  /** Why the thread was lost together with its article. */
  #describeLoss(error: unknown): AnalysisFailure {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory(this.#options)
    const exit = /^worker exited with code: (\d+)$/.exec((error as Error).message)
    if (exit !== null) return { kind: 'exit', error: `ended its thread with code ${exit[1]}` }
    return describeThrown(error)
  }
}
