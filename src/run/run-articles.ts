import PQueue from 'p-queue'
import type { Article } from '../domain/article.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { ReadOutcome } from '../read/format.ts'
import { openDoneLookup } from '../store/open-store.ts'
import type { ArticleInput, DeadLetter, DoneLookup, RunConfiguration, RunCounts, SkippedInput } from '../store/store.ts'
import { AnalysisPool, type PoolOptions } from './analysing/analysis-pool.ts'
import { EntryGroups, toLetter } from './writing/entry-groups.ts'
import { toArticleInput, toInputOrigin, toSkipped } from './writing/input-origin.ts'
import { type Reported, ReportedInputs } from './writing/reported-inputs.ts'
import type { Written } from './writing/writer-task.ts'
import { WriterThread } from './writing/writer-thread.ts'

export interface RunOptions extends PoolOptions {
  /** What is stored with the run; the stages come from the analyser. */
  readonly configuration: Omit<RunConfiguration, 'stages'>
  /**
   * Ends the run early: no more is taken in, what is in flight gets a last moment and what is done by then is written. The
   * rest is as if it had never been read.
   */
  readonly signal: AbortSignal
  /** Opens the database and the run before the first input is there: it may be long in coming. */
  readonly startsAtOnce?: boolean
  /** The database is open and the run has this number. */
  readonly onStart?: (runId: number) => void
  readonly onProgress?: (counts: RunCounts) => void
  /** Told of every failure, as soon as it is known. */
  readonly onFailure?: (letter: DeadLetter) => void
  readonly onSkip?: (skipped: SkippedInput) => void
  /** Other programs hold what the run needs in the database: it waits for them. */
  readonly onHeld?: (error: unknown) => void
}

export interface RunReport {
  /** Null when there was nothing to store: no input but skipped ones. */
  readonly runId: number | null
  readonly status: 'finished' | 'stopped'
  /** `inputs` is the sum of `done`, `unchanged`, `skipped` and `dead`. */
  readonly counts: RunCounts
  /** Inputs that had been read when the run was stopped, and were left: they count nowhere, and the next run does them. */
  readonly left: number
  /** The first failures and skipped inputs; all of them are in the store. */
  readonly failures: readonly Reported<DeadLetter>[]
  readonly skipped: readonly Reported<SkippedInput>[]
  /** Share of the time since its first transaction in which the writer was busy. */
  readonly writerShare: number
}

/** Ids of articles that are remembered instead of looked up: some ten megabytes. */
const MOST_REMEMBERED = 50_000
/** Inputs without an article that are put together before they are written, in rows, and how long they wait for others. */
const MOST_TOGETHER = 10_000
const MOST_ROWS = 500
const LONGEST_TOGETHER_MS = 250
/** Stage that dead letters name when the thread was lost before any stage began. */
const NO_STAGE: StageInfo = { name: 'none', version: 0 }

/**
 * Analyses every article on worker threads and writes what comes of it in another: one writer, one transaction a batch.
 *
 * Articles that the same stages have analysed before are left alone, so a run that was killed is resumed by running it
 * again: what was committed stays, what was in flight is done again. An article that fails becomes a dead letter and
 * stops no other. The number of threads changes nothing in what is stored.
 *
 * @param path of the database, or its URL, opened when the first input has been read that was not skipped, so that empty input
 * leaves nothing behind, or at once with `startsAtOnce`
 * @throws what reading throws before the first input, what the store throws, and a defect of the analyser's module
 */
export async function runArticles(
  inputs: AsyncIterable<ReadOutcome>,
  path: string,
  options: RunOptions,
): Promise<RunReport> {
  const iterator = inputs[Symbol.asyncIterator]()
  const groups = new EntryGroups()
  const skipped = new ReportedInputs<SkippedInput>()
  let first = options.startsAtOnce === true ? null : await iterator.next()
  while (first !== null && !first.done && first.value.outcome === 'skipped') {
    noteSkipped(toSkipped(first.value), groups.meet(first.value), skipped, options)
    first = await iterator.next()
  }
  if (first?.done) return reportWithoutRun(options, groups.inputs, skipped)
  const run = new Run(path, groups, skipped, options)
  try {
    const hasStarted = await run.start()
    const report = hasStarted ? await run.execute(first, iterator) : reportWithoutRun(options, groups.inputs, skipped)
    await run.close()
    return report
  } catch (error) {
    // What broke the run is what to report, not that closing failed of it too.
    await run.close().catch(() => {})
    throw error
  }
}

function noteSkipped(
  one: SkippedInput,
  alike: object | undefined,
  reported: ReportedInputs<SkippedInput>,
  { onSkip }: RunOptions,
): void {
  onSkip?.(one)
  reported.add(one, alike)
}

function reportWithoutRun({ signal }: RunOptions, inputs: number, skipped: ReportedInputs<SkippedInput>): RunReport {
  const none = { done: 0, unchanged: 0, dead: 0, claims: 0 }
  return {
    runId: null,
    status: signal.aborted ? 'stopped' : 'finished',
    counts: { ...none, inputs, skipped: inputs },
    left: 0,
    failures: [],
    skipped: skipped.list(),
    writerShare: 0,
  }
}

class Run {
  readonly #path: string
  readonly #options: RunOptions
  readonly #pool: AnalysisPool
  readonly #writer: WriterThread
  readonly #queue: PQueue
  #lookup: DoneLookup | null = null
  #stages: readonly StageInfo[] = []
  #runId = 0
  readonly #counts = { inputs: 0, done: 0, unchanged: 0, skipped: 0, dead: 0, claims: 0 }
  readonly #failures = new ReportedInputs<DeadLetter>()
  readonly #skipped: ReportedInputs<SkippedInput>
  /** What gave no article and has not been handed to the writer yet. */
  readonly #groups: EntryGroups
  #groupsTimer: NodeJS.Timeout | undefined
  /** Articles that a thread has or that wait for one, each with all inputs that gave it, by id. */
  readonly #inFlight = new Map<string, ArticleInput[]>()
  readonly #failedIds = new Set<string>()
  /** What this run has stored in a database that held nothing, so that nobody need ask it; null when it must be asked. */
  #doneIds: Set<string> | null = null
  #broken: { readonly error: unknown } | null = null
  /** Ends the wait for the next input. */
  #stopWaiting = () => {}

  /**
   * @param groups with the inputs that were met before there was anything to store
   * @param skipped the first of them
   */
  constructor(path: string, groups: EntryGroups, skipped: ReportedInputs<SkippedInput>, options: RunOptions) {
    this.#path = path
    this.#groups = groups
    this.#skipped = skipped
    this.#options = options
    this.#pool = new AnalysisPool(options)
    this.#queue = new PQueue({ concurrency: options.threads })
    this.#writer = new WriterThread(path, {
      onWritten: written => this.#countWritten(written),
      onRejected: letter => this.#noteRejected(letter),
      onHeld: error => this.#options.onHeld?.(error),
      onFailure: error => this.#break(error),
    })
  }

  /**
   * Opens the database and a run in it. Whatever it throws, `close` has to follow.
   *
   * @returns false when it was stopped before there was a run
   */
  async start(): Promise<boolean> {
    const { signal } = this.#options
    if (signal.aborted) this.#finishSoon()
    else signal.addEventListener('abort', this.#finishSoon)
    // Together, because threads take their time to load; and the pool must be asked before one of them can fail.
    const asked = this.#pool.start()
    // Unless there are rules that may be refused: then there is to be no database that nothing was stored in.
    if (this.#options.rules !== undefined) await asked
    const [stages] = await Promise.all([asked, this.#writer.open()])
    if (stages === null) return false
    this.#stages = stages
    this.#lookup = await openDoneLookup(this.#path, this.#options.onHeld)
    this.#runId = await this.#writer.startRun({ ...this.#options.configuration, stages: this.#stages })
    // Not before: until the run is there, another one may write.
    if (await this.#lookup.isEmpty()) this.#doneIds = new Set()
    this.#options.onStart?.(this.#runId)
    return true
  }

  readonly #finishSoon = () => {
    this.#queue.clear()
    this.#pool.finishSoon()
  }

  async close(): Promise<void> {
    this.#options.signal.removeEventListener('abort', this.#finishSoon)
    try {
      await this.#lookup?.close()
    } finally {
      try {
        await this.#writer.close()
      } finally {
        await this.#pool.close()
      }
    }
  }

  async execute(first: IteratorResult<ReadOutcome> | null, rest: AsyncIterator<ReadOutcome>): Promise<RunReport> {
    const { threads } = this.#options
    try {
      for (let next = first ?? (await this.#next(rest)); !next.done && !this.#mustEnd; next = await this.#next(rest)) {
        await this.#take(next.value)
        await this.#queue.onSizeLessThan(4 * threads)
        await this.#writer.hasRoom()
      }
      if (!this.#mustEnd) this.#groups.end()
      this.#writeGroups()
      await this.#queue.onIdle()
      await this.#writer.flush()
    } catch (error) {
      this.#break(error)
    } finally {
      clearTimeout(this.#groupsTimer)
    }
    return await this.#end()
  }

  /** The next input, or none when the run breaks while it is waited for. */
  #next(inputs: AsyncIterator<ReadOutcome>): Promise<IteratorResult<ReadOutcome>> {
    return new Promise((resolve, reject) => {
      this.#stopWaiting = () => resolve({ done: true, value: undefined })
      inputs.next().then(resolve, reject)
    })
  }

  get #mustEnd(): boolean {
    return this.#options.signal.aborted || this.#broken !== null
  }

  async #take(outcome: ReadOutcome): Promise<void> {
    const alike = this.#groups.meet(outcome)
    const { size, rows } = this.#groups
    if (size >= MOST_TOGETHER || rows >= MOST_ROWS) this.#writeGroups()
    else if (size > 0) this.#groupsTimer ??= setTimeout(() => this.#writeGroups(), LONGEST_TOGETHER_MS)
    if (outcome.outcome === 'skipped') noteSkipped(toSkipped(outcome), alike, this.#skipped, this.#options)
    else if (outcome.outcome === 'failed') this.#noteFailure(toLetter(outcome, toInputOrigin(outcome)), alike)
    else await this.#takeArticle(outcome)
  }

  #writeGroups(): void {
    clearTimeout(this.#groupsTimer)
    this.#groupsTimer = undefined
    this.#writer.addWithoutArticle(this.#groups.take())
  }

  async #takeArticle(outcome: Extract<ReadOutcome, { outcome: 'article' }>): Promise<void> {
    const input = toArticleInput(outcome)
    const { articleId } = input
    const sameInFlight = this.#inFlight.get(articleId)
    // It shares the fate of its article, which nobody knows yet.
    if (sameInFlight !== undefined) sameInFlight.push(input)
    else if (await this.#isKnown(articleId)) this.#writer.addKnown(input)
    else {
      this.#inFlight.set(articleId, [input])
      void this.#queue.add(() => this.#analyse(outcome.article))
    }
  }

  async #isKnown(articleId: string): Promise<boolean> {
    if (this.#failedIds.has(articleId) || this.#writer.has(articleId)) return true
    if (this.#doneIds !== null) return this.#doneIds.has(articleId)
    return (await this.#lookup?.isDone(articleId, this.#stages)) === true
  }

  async #analyse(article: Article): Promise<void> {
    const analysis = await this.#pool.analyse(article)
    if ('left' in analysis) return
    const inputs = this.#inFlight.get(article.id) ?? []
    this.#inFlight.delete(article.id)
    if ('findings' in analysis) {
      this.#writer.addRecord(article, analysis.findings, inputs)
    } else {
      const { stage, kind, error } = analysis.failure
      const { name, version: stageVersion } = stage ?? NO_STAGE
      const { id: articleId, uri } = article
      const dead: DeadLetter = { articleId, uri, stage: name, stageVersion, kind, error, article }
      this.#failedIds.add(articleId)
      this.#writer.addDead(dead, inputs)
      this.#noteFailure(dead)
    }
  }

  #noteRejected(letter: DeadLetter): void {
    if (letter.articleId !== null) this.#failedIds.add(letter.articleId)
    this.#noteFailure(letter)
  }

  #noteFailure(letter: DeadLetter, alike?: object): void {
    this.#options.onFailure?.(letter)
    this.#failures.add({ ...letter, article: null }, alike)
  }

  #countWritten({ done, dead, skipped, unchanged, claims }: Written): void {
    this.#counts.done += done.length
    for (const articleId of done) this.#doneIds?.add(articleId)
    if (this.#doneIds !== null && this.#doneIds.size > MOST_REMEMBERED) this.#doneIds = null
    this.#counts.dead += dead
    this.#counts.skipped += skipped
    this.#counts.unchanged += unchanged
    this.#counts.claims += claims
    this.#tellProgress()
  }

  #tellProgress(): void {
    const { done, unchanged, skipped, dead } = this.#counts
    this.#counts.inputs = done + unchanged + skipped + dead
    this.#options.onProgress?.(this.#counts)
  }

  #break(error: unknown): void {
    this.#broken ??= { error }
    this.#stopWaiting()
    this.#queue.clear()
  }

  async #end(): Promise<RunReport> {
    const counts = { ...this.#counts }
    if (this.#broken !== null) {
      try {
        await this.#writer.endRun('failed', counts, describe(this.#broken.error))
      } catch {
        // What broke the run (a full disk) may keep even this from being written; the first error is the one to report.
      }
      throw this.#broken.error
    }
    const status = this.#options.signal.aborted ? 'stopped' : 'finished'
    const writerShare = this.#writer.share
    await this.#writer.endRun(status, counts)
    const left = [...this.#inFlight.values()].reduce((sum, inputs) => sum + inputs.length, 0)
    const [failures, skipped] = [this.#failures.list(), this.#skipped.list()]
    return { runId: this.#runId, status, counts, left, failures, skipped, writerShare }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
