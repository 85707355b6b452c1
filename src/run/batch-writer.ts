import { HearsayError } from '../domain/errors.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { Batch, DeadLetter, SkippedInput, Store } from '../store/store.ts'

/** Measured: 100 articles a transaction write 7.4k articles/s with full synchronisation, single ones 289. */
const MOST_ITEMS = 100
/** What a power cut may cost. */
const LONGEST_WAIT_MS = 250
/** UTF-16 units of text: a hundred articles of the largest size must not wait in memory together. */
const MOST_TEXT = 8_000_000

export interface WriterEvents {
  /** The store has committed this batch: only now may it be counted. */
  onWritten(batch: Batch): void
  /** The store cannot hold this record, which breaks its schema: a defect of a stage. */
  onRejected(record: ArticleRecord, error: unknown): void
  /** A write failed for good: what waited is lost to this run, and the run has to end. */
  onFailure(error: unknown): void
}

/** The only one who writes during a run: gathers results and writes them in transactions. */
export class BatchWriter {
  readonly #store: Store
  readonly #runId: number
  readonly #events: WriterEvents
  #records: ArticleRecord[] = []
  #dead: DeadLetter[] = []
  #skipped: SkippedInput[] = []
  #textLength = 0
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store, runId: number, events: WriterEvents) {
    this.#store = store
    this.#runId = runId
    this.#events = events
  }

  /** Whether the article waits to be written. */
  has(articleId: string): boolean {
    return this.#records.some(({ article }) => article.id === articleId)
  }

  addRecord(record: ArticleRecord): void {
    this.#records.push(record)
    this.#textLength += record.article.text.length
    this.#added()
  }

  addDead(dead: DeadLetter): void {
    this.#dead.push(dead)
    this.#textLength += dead.article?.text.length ?? 0
    this.#added()
  }

  addSkipped(skipped: SkippedInput): void {
    this.#skipped.push(skipped)
    this.#added()
  }

  /** Writes what waits, in one transaction. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#size === 0) return
    const batch: Batch = { records: this.#records, dead: this.#dead, skipped: this.#skipped }
    this.#records = []
    this.#dead = []
    this.#skipped = []
    this.#textLength = 0
    try {
      this.#write(batch)
    } catch (error) {
      this.#events.onFailure(error)
    }
  }

  #write(batch: Batch): void {
    try {
      this.#store.write(this.#runId, batch)
      this.#events.onWritten(batch)
    } catch (error) {
      // A full disk or a lost database ends the run. Anything else is a record that the store cannot hold, which must
      // not cost the other articles of its batch.
      if (error instanceof HearsayError || batch.records.length === 0) throw error
      if (batch.records.length === 1 && batch.dead.length === 0 && batch.skipped.length === 0) {
        this.#events.onRejected(batch.records[0] as ArticleRecord, error)
        return
      }
      for (const record of batch.records) this.#write({ records: [record], dead: [], skipped: [] })
      this.#write({ records: [], dead: batch.dead, skipped: batch.skipped })
    }
  }

  get #size(): number {
    return this.#records.length + this.#dead.length + this.#skipped.length
  }

  #added(): void {
    if (this.#size >= MOST_ITEMS || this.#textLength >= MOST_TEXT) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS)
  }
}
