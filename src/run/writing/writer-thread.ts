import type { EventLoopUtilization } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import type { Article } from '../../domain/article.ts'
import { countEntries } from '../../store/runs/count-entries.ts'
import type { ArticleInput, DeadLetter, RunConfiguration, RunCounts, RunStatus } from '../../store/store.ts'
import type { PackedFindings } from '../analysing/analysis.ts'
import { restoreError } from '../threads/carried-error.ts'
import { MOST_ITEMS, MOST_TEXT } from './batch-writer.ts'
import type { GatheredEntries } from './entry-groups.ts'
import { lengthOfLeftOut } from './input-origin.ts'
import type { WriterData, WriterItem, WriterReport, WriterRequest, Written } from './writer-task.ts'

export interface WriterEvents {
  /** The store has committed this much: only now may it be counted. */
  onWritten(written: Written): void
  /** The store cannot hold an article's record: this letter is stored instead, and counted when it is. */
  onRejected(letter: DeadLetter): void
  /** Other programs hold what it needs in the database: it waits. */
  onHeld?(error: Error): void
  /** Writing failed for good, or the thread is gone: what waited is lost to this run, and the run has to end. */
  onFailure(error: Error): void
}

interface Asker {
  readonly resolve: (runId: number | null) => void
  readonly reject: (error: Error) => void
}

/** So much may wait while as much is being written; more would only fill the memory. */
const MOST_WAITING = 2 * MOST_ITEMS
const MOST_WAITING_TEXT = 2 * MOST_TEXT

/**
 * The only one who writes during a run, in a thread of its own, so that articles are handed out while others are written.
 *
 * What it is given is written in its own time; only what `onWritten` reported is in the database. Always `close` it.
 */
export class WriterThread {
  readonly #thread: Worker
  readonly #events: WriterEvents
  readonly #ended: Promise<void>
  /** In the order in which they asked, which is that of the answers. */
  readonly #askers: Asker[] = []
  /** Ids of the articles whose findings wait to be written. */
  readonly #waiting = new Set<string>()
  #items = 0
  #textLength = 0
  #room = Promise.withResolvers<void>()
  /** Why nothing is written any more. */
  #failure: Error | null = null
  #isClosing = false
  #isLost = false
  /** How busy the thread was when it had written for the first time. */
  #firstUse: EventLoopUtilization | null = null

  /** @param path of the database, or its URL; nothing is opened before {@link open} */
  constructor(path: string, events: WriterEvents) {
    this.#events = events
    const worker = import.meta.url.endsWith('.ts') ? './writer-worker.ts' : './writer-worker.js'
    this.#thread = new Worker(new URL(worker, import.meta.url), {
      workerData: { path } satisfies WriterData,
      // It makes a batch of records and drops them: more room would not make it faster, only the process larger.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    this.#thread.on('message', (report: WriterReport) => this.#hear(report))
    this.#thread.on('error', error => this.#lose(error as Error))
    this.#ended = new Promise(resolve => {
      this.#thread.once('exit', () => {
        this.#lose(new Error('the thread that writes has ended'))
        resolve()
      })
    })
  }

  /**
   * Opens the database, making or migrating it as needed.
   *
   * @throws HearsayError 4 (not usable) or 74 (disk full)
   */
  async open(): Promise<void> {
    await this.#ask({ task: 'open' })
  }

  /**
   * Opens a run and gives its number.
   *
   * @throws HearsayError (4) when another live run holds the database
   */
  async startRun(configuration: RunConfiguration): Promise<number> {
    return (await this.#ask({ task: 'start', configuration })) as number
  }

  /** Whether the article's findings wait to be written. */
  has(articleId: string): boolean {
    return this.#waiting.has(articleId)
  }

  /**
   * @param findings gone from this thread afterwards
   * @param inputs all that gave it so far
   */
  addRecord(article: Article, findings: PackedFindings, inputs: readonly ArticleInput[]): void {
    this.#waiting.add(article.id)
    const length = article.text.length + lengthOfLeftOut(inputs)
    this.#add({ task: 'record', article, findings, inputs }, length, inputs.length, [findings.buffer])
  }

  /** @param inputs all that gave its article so far; none when it has no article */
  addDead(letter: DeadLetter, inputs: readonly ArticleInput[]): void {
    const length = (letter.article?.text.length ?? 0) + lengthOfLeftOut(inputs)
    this.#add({ task: 'dead', letter, inputs }, length, Math.max(1, inputs.length))
  }

  /** An input whose article was known before. */
  addKnown(input: ArticleInput): void {
    this.#add({ task: 'known', input }, lengthOfLeftOut([input]))
  }

  /** Inputs that gave no article, and files that were read to their end. */
  addWithoutArticle(gathered: GatheredEntries): void {
    const { dead, skipped, read } = gathered
    const entries = countEntries(dead) + countEntries(skipped)
    if (entries + read.length > 0) this.#add({ task: 'without-article', gathered }, 0, entries)
  }

  /** Resolves when so little waits that more may be added; await it before more is read. */
  async hasRoom(): Promise<void> {
    while (this.#isFull) await this.#room.promise
  }

  /** Share of the time since its first transaction in which the thread was busy: near 1 it holds up the run. */
  get share(): number {
    if (this.#firstUse === null) return 0
    return this.#thread.performance.eventLoopUtilization(this.#firstUse).utilization
  }

  /** Resolves when everything that was added has been written, or has failed to be. */
  async flush(): Promise<void> {
    await this.#ask({ task: 'flush' })
  }

  /** @throws HearsayError 4 or 74 */
  async endRun(status: RunStatus, counts: RunCounts, note?: string): Promise<void> {
    await this.#ask({ task: 'end', status, counts, note })
  }

  /** Closes the database and waits until the thread has ended. Closing twice is harmless. */
  async close(): Promise<void> {
    try {
      if (!this.#isClosing && !this.#isLost) await this.#askToClose()
    } finally {
      await this.#ended
    }
  }

  #askToClose(): Promise<unknown> {
    this.#isClosing = true
    return this.#ask({ task: 'close' })
  }

  #ask(request: WriterRequest): Promise<number | null> {
    if (this.#isLost) return Promise.reject(this.#failure ?? new Error('the thread that writes has ended'))
    return new Promise((resolve, reject) => {
      this.#askers.push({ resolve, reject })
      this.#thread.postMessage(request)
    })
  }

  #add(item: WriterItem, textLength: number, items = 1, transferred: ArrayBuffer[] = []): void {
    this.#items += items
    this.#textLength += textLength
    this.#thread.postMessage(item, transferred)
  }

  get #isFull(): boolean {
    return this.#failure === null && (this.#items >= MOST_WAITING || this.#textLength >= MOST_WAITING_TEXT)
  }

  #hear(report: WriterReport): void {
    switch (report.report) {
      case 'answer':
        this.#askers.shift()?.resolve(report.runId)
        break
      case 'refusal':
        this.#askers.shift()?.reject(restoreError(report.error))
        break
      case 'written':
        this.#firstUse ??= this.#thread.performance.eventLoopUtilization()
        this.#takeOff(report.written)
        this.#events.onWritten(report.written)
        break
      case 'rejected':
        if (report.letter.articleId !== null) this.#waiting.delete(report.letter.articleId)
        this.#events.onRejected(report.letter)
        break
      case 'held':
        this.#events.onHeld?.(restoreError(report.error))
        break
      case 'failed':
        this.#fail(restoreError(report.error))
    }
  }

  #takeOff({ done, dead, skipped, unchanged, textLength }: Written): void {
    for (const articleId of done) this.#waiting.delete(articleId)
    this.#items -= done.length + dead + skipped + unchanged
    this.#textLength -= textLength
    this.#makeRoom()
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#makeRoom()
    this.#events.onFailure(error)
  }

  /** The thread is gone, as it should be once it was told to close. */
  #lose(error: Error): void {
    if (this.#isLost) return
    this.#isLost = true
    if (!this.#isClosing) this.#fail(error)
    for (const { reject } of this.#askers.splice(0)) reject(error)
  }

  #makeRoom(): void {
    this.#room.resolve()
    this.#room = Promise.withResolvers()
  }
}
