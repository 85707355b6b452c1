import type { Article } from '../../domain/article.ts'
import { HearsayError } from '../../domain/errors.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import type { StageInfo } from '../../domain/stage.ts'
import { countEntries } from '../../store/runs/count-entries.ts'
import type { ArticleInput, Batch, DeadLetter, ReadFile, SkippedInput, Store } from '../../store/store.ts'
import { type PackedFindings, unpackFindings } from '../analysing/analysis.ts'
import type { GatheredEntries } from './entry-groups.ts'
import { lengthOfLeftOut } from './input-origin.ts'
import type { Written } from './writer-task.ts'

/** Measured: 100 articles a transaction write 7.4k articles/s with full synchronisation, single ones 289. */
export const MOST_ITEMS = 100
/** UTF-16 units of text: a hundred articles of the largest size must not wait in memory together. */
export const MOST_TEXT = 8_000_000
/** What a power cut may cost. Half of it would write a tenth slower: the index and the log are touched a transaction. */
const LONGEST_WAIT_MS = 500
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
  /** Takes a tenth of the memory of the objects in it. */
  readonly findings: PackedFindings
}

type FullBatch = Batch & { readonly inputs: readonly ArticleInput[] }

/** Gathers what one run brings and writes it in transactions, one after the other. */
export class BatchWriter {
  readonly #store: Store
  readonly #runId: number
  readonly #events: BatchEvents
  #records: Waiting[] = []
  #dead: DeadLetter[] = []
  #skipped: SkippedInput[] = []
  #read: ReadFile[] = []
  /** How many inputs that failed or were skipped, and ends of files, there are; several may stand in one row. */
  #entries = 0
  #inputs: ArticleInput[] = []
  /** How many of the inputs gave an article that was known already. */
  #known = 0
  #textLength = 0
  #timer: NodeJS.Timeout | undefined
  /** Ends with the batch that was handed over last. */
  #writing: Promise<void> = Promise.resolve()
  #hasFailed = false

  constructor(store: Store, runId: number, events: BatchEvents) {
    this.#store = store
    this.#runId = runId
    this.#events = events
  }

  /** @param inputs all that gave it so far */
  addRecord(article: Article, findings: PackedFindings, inputs: readonly ArticleInput[]): void {
    this.#records.push({ article, findings })
    this.#inputs.push(...inputs)
    this.#textLength += article.text.length + lengthOfLeftOut(inputs)
    this.#added()
  }

  addDead(letter: DeadLetter, inputs: readonly ArticleInput[]): void {
    this.#dead.push(letter)
    this.#entries += 1
    this.#inputs.push(...inputs)
    this.#textLength += (letter.article?.text.length ?? 0) + lengthOfLeftOut(inputs)
    this.#added()
  }

  /** An input whose article was known before. */
  addKnown(input: ArticleInput): void {
    this.#inputs.push(input)
    this.#known += 1
    this.#textLength += lengthOfLeftOut([input])
    this.#added()
  }

  /** Inputs that gave no article, and files that were read to their end. */
  addWithoutArticle({ dead, skipped, read }: GatheredEntries): void {
    this.#dead.push(...dead)
    this.#skipped.push(...skipped)
    this.#read.push(...read)
    this.#entries += countEntries(dead) + countEntries(skipped) + read.length
    this.#added()
  }

  /** Resolves when all that was added is written, and what the store rejected of it too. */
  async flush(): Promise<void> {
    do {
      this.#send()
      await this.#writing
    } while (this.#size > 0)
  }

  /** Gives up what waits and resolves when nothing is being written any more. */
  async discard(): Promise<void> {
    this.#hasFailed = true
    this.#send()
    await this.#writing
  }

  /** Hands what waits over as one batch, written when those before it are. */
  #send(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#size === 0) return
    const [records, dead, skipped, inputs, read] = [this.#records, this.#dead, this.#skipped, this.#inputs, this.#read]
    this.#drop()
    this.#writing = this.#writing.then(async () => {
      if (this.#hasFailed) return
      try {
        await this.#write({ records: records.map(toRecord), dead, skipped, inputs, read })
      } catch (error) {
        this.#hasFailed = true
        this.#events.onFailure(error)
      }
    })
  }

  async #write(batch: FullBatch): Promise<void> {
    const { records, dead, skipped, inputs, read = [] } = batch
    try {
      await this.#store.write(this.#runId, batch)
    } catch (error) {
      // A full disk or a lost database ends the run. Anything else is a record that the store cannot hold, which must
      // not cost the other articles of its batch.
      if (error instanceof HearsayError || records.length === 0) throw error
      const inputsOf = Map.groupBy(inputs, ({ articleId }) => articleId)
      const [only] = records
      if (
        only !== undefined &&
        records.length + dead.length + skipped.length + read.length === 1 &&
        inputsOf.size === 1
      ) {
        this.#reject(only, inputs, error)
        return
      }
      for (const record of records) {
        await this.#write({ records: [record], dead: [], skipped: [], inputs: inputsOf.get(record.article.id) ?? [] })
        inputsOf.delete(record.article.id)
      }
      const others = [...inputsOf.values()].flat()
      if (dead.length + skipped.length + others.length + read.length > 0)
        await this.#write({ records: [], dead, skipped, inputs: others, read })
      return
    }
    this.#events.onWritten(count(batch))
  }

  #reject({ article }: ArticleRecord, inputs: readonly ArticleInput[], error: unknown): void {
    const { name: stage, version: stageVersion } = STORING
    const subject = { articleId: article.id, uri: article.uri, stage, stageVersion }
    const letter: DeadLetter = { ...subject, kind: 'throw', error: (error as Error).message, article }
    this.#events.onRejected({ ...letter, article: null })
    this.addDead(letter, inputs)
  }

  get #size(): number {
    return this.#records.length + this.#entries + this.#known
  }

  #drop(): void {
    this.#records = []
    this.#dead = []
    this.#skipped = []
    this.#read = []
    this.#entries = 0
    this.#inputs = []
    this.#known = 0
    this.#textLength = 0
  }

  #added(): void {
    if (this.#size >= MOST_ITEMS || this.#textLength >= MOST_TEXT) this.#send()
    else this.#timer ??= setTimeout(() => this.#send(), LONGEST_WAIT_MS)
  }
}

function toRecord({ article, findings }: Waiting): ArticleRecord {
  return { article, ...unpackFindings(findings) }
}

function count({ records, dead, skipped, inputs }: FullBatch): Written {
  const articles = [...records, ...dead].map(({ article }) => article?.text.length ?? 0)
  return {
    done: records.map(({ article }) => article.id),
    dead: countEntries(dead),
    skipped: countEntries(skipped),
    // Every article brings one input; what came beyond that was known.
    unchanged: inputs.length - records.length - dead.filter(({ article }) => article !== null).length,
    claims: records.reduce((sum, { claims }) => sum + claims.length, 0),
    textLength: articles.reduce((sum, length) => sum + length, lengthOfLeftOut(inputs)),
  }
}
