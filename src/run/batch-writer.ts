import type { Article } from '../domain/article.ts'
import { HearsayError } from '../domain/errors.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { Batch, DeadLetter, SkippedInput, Store } from '../store/store.ts'
import type { Findings } from './analysis.ts'
import type { Written } from './writer-task.ts'

/** Measured: 100 articles a transaction write 7.4k articles/s with full synchronisation, single ones 289. */
export const MOST_ITEMS = 100
/** UTF-16 units of text: a hundred articles of the largest size must not wait in memory together. */
export const MOST_TEXT = 8_000_000
/** What a power cut may cost. */
const LONGEST_WAIT_MS = 250
/** Stage that dead letters name when the store cannot hold a record. */
const STORING: StageInfo = { name: 'store', version: 1 }

export interface BatchEvents {
  /** The store has committed this much. */
  onWritten(written: Written): void
  /** The store cannot hold a record, which breaks its schema, a defect of a stage: this letter is stored instead. */
  onRejected(letter: DeadLetter): void
  /** A write failed for good: what waited is dropped, and so is what comes. */
  onFailure(error: unknown): void
}

interface Waiting {
  readonly article: Article
  /** JSON of its `Findings`, which takes a tenth of the memory of the objects in it. */
  readonly findings: string
}

/** Gathers what one run brings and writes it in transactions. */
export class BatchWriter {
  readonly #store: Store
  readonly #runId: number
  readonly #events: BatchEvents
  #records: Waiting[] = []
  #dead: DeadLetter[] = []
  #skipped: SkippedInput[] = []
  #textLength = 0
  #timer: NodeJS.Timeout | undefined
  #hasFailed = false

  constructor(store: Store, runId: number, events: BatchEvents) {
    this.#store = store
    this.#runId = runId
    this.#events = events
  }

  /** @param findings JSON of the article's `Findings` */
  addRecord(article: Article, findings: string): void {
    this.#records.push({ article, findings })
    this.#textLength += article.text.length
    this.#added()
  }

  addDead(letter: DeadLetter): void {
    this.#dead.push(letter)
    this.#textLength += letter.article?.text.length ?? 0
    this.#added()
  }

  addSkipped(skipped: SkippedInput): void {
    this.#skipped.push(skipped)
    this.#added()
  }

  /** Writes what waits: one transaction, and a second one for what the store rejected of the first. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    while (this.#size > 0) {
      const batch: Batch = { records: this.#records.map(toRecord), dead: this.#dead, skipped: this.#skipped }
      this.#drop()
      if (this.#hasFailed) return
      try {
        this.#write(batch)
      } catch (error) {
        this.#hasFailed = true
        this.#events.onFailure(error)
      }
    }
  }

  #write(batch: Batch): void {
    const { records, dead, skipped } = batch
    try {
      this.#store.write(this.#runId, batch)
      this.#events.onWritten(count(batch))
    } catch (error) {
      // A full disk or a lost database ends the run. Anything else is a record that the store cannot hold, which must
      // not cost the other articles of its batch.
      if (error instanceof HearsayError || records.length === 0) throw error
      if (records.length === 1 && dead.length === 0 && skipped.length === 0) {
        this.#reject(records[0] as ArticleRecord, error)
        return
      }
      for (const record of records) this.#write({ records: [record], dead: [], skipped: [] })
      if (dead.length + skipped.length > 0) this.#write({ records: [], dead, skipped })
    }
  }

  #reject({ article }: ArticleRecord, error: unknown): void {
    const { name: stage, version: stageVersion } = STORING
    const subject = { articleId: article.id, uri: article.uri, stage, stageVersion }
    const letter: DeadLetter = { ...subject, kind: 'throw', error: (error as Error).message, article }
    this.#dead.push(letter)
    this.#events.onRejected({ ...letter, article: null })
  }

  get #size(): number {
    return this.#records.length + this.#dead.length + this.#skipped.length
  }

  #drop(): void {
    this.#records = []
    this.#dead = []
    this.#skipped = []
    this.#textLength = 0
  }

  #added(): void {
    if (this.#size >= MOST_ITEMS || this.#textLength >= MOST_TEXT) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS)
  }
}

function toRecord({ article, findings }: Waiting): ArticleRecord {
  return { article, ...(JSON.parse(findings) as Findings) }
}

function count({ records, dead, skipped }: Batch): Written {
  const articles = [...records, ...dead].map(({ article }) => article?.text.length ?? 0)
  return {
    done: records.map(({ article }) => article.id),
    dead: dead.length,
    skipped: skipped.length,
    claims: records.reduce((sum, { claims }) => sum + claims.length, 0),
    textLength: articles.reduce((sum, length) => sum + length, 0),
  }
}
