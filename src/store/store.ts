import type { Article } from '../domain/article.ts'
import type { LeftOutPassage } from '../domain/articles/left-out.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'

/** Everything a run's claims depend on, kept with the run so that any claim can be traced to it. */
export interface RunConfiguration {
  readonly hearsay: string
  readonly node: string
  /** Version of each library that output depends on, by package name. */
  readonly libraries: Readonly<Record<string, string>>
  readonly stages: readonly StageInfo[]
  /** Flags that can change output or accounting (threads, time-out, …). */
  readonly options: Readonly<Record<string, unknown>>
}

export type RunStatus = 'running' | 'finished' | 'stopped' | 'failed'

export interface RunCounts {
  /** Inputs that were looked at. */
  readonly inputs: number
  /** Articles analysed by this run. */
  readonly done: number
  /** Inputs whose article the same stages had already analysed, or that came twice in this run. */
  readonly unchanged: number
  /** Inputs passed over, with a reason. */
  readonly skipped: number
  /** Inputs that failed, told of in `dead_letter`: a row each, but one for all entries of a file that failed alike. */
  readonly dead: number
  readonly claims: number
}

/** One input as it was read: an article, or what never became one. */
export interface InputOrigin {
  /** The file, and the place in it where it holds several (`a.jsonl#L12`): what to read to get it again. */
  readonly location: string
  /** What the article goes by: the address that the input gives it, else the location. */
  readonly uri: string
  /** SHA-256 (hex) of its bytes; null when nothing was read. */
  readonly rawSha256: string | null
  /** Format and encoding, e.g. `html; charset=utf-8`; null when nothing was decoded. */
  readonly decodedHow: string | null
  /** ISO 8601: when it was fetched, where the input says so. */
  readonly retrievedAt: string | null
}

/** An input that gave an article. The same text from several places is one article with several inputs. */
export interface ArticleInput {
  readonly articleId: string
  readonly origin: InputOrigin
  /** Not given where the article comes from the store and its place was not read anew: what is known of that stays. */
  readonly told?: Told | undefined
}

/** What one place says of its article, and what was left out of it. Another place may say something else of the same text. */
export interface Told
  extends Pick<
    Article,
    'title' | 'byline' | 'publisher' | 'publishedAt' | 'modifiedAt' | 'section' | 'language' | 'origins'
  > {
  readonly leftOut: readonly LeftOutPassage[]
}

/** Entries of one file that failed, or were passed over, in the same way: one row, however many they are. */
export interface Entries {
  readonly file: string
  /** What their kinds and reasons have in common, without numbers and quotations: the row goes by it. */
  readonly form: string
  /** How many are told of here, and how many there were in this reading of the file up to now. */
  readonly times: number
  readonly soFar: number
  /** Where the first of them lie, up to now. */
  readonly places: readonly string[]
}

/**
 * A file that was read. What was said before of entries that it no longer has, or that are mended, is over when it was
 * read to its end. Where it could not be opened, or reading broke off, nobody knows: that stays, with one attempt more.
 */
export interface ReadFile {
  readonly file: string
  /** The forms of what failed or was passed over in it; the empty one is that of the file as a whole. */
  readonly forms: readonly string[]
  readonly isToEnd: boolean
}

/** An input or article that failed; it never stops the others. */
export interface DeadLetter {
  /** Null when no article could be read from the input. */
  readonly articleId: string | null
  readonly uri: string
  readonly stage: string
  readonly stageVersion: number
  /** `throw`, `timeout`, `out-of-memory`, `exit`, `not-text`, `too-large`, `unreadable`, … */
  readonly kind: string
  readonly error: string
  /** Kept so that the article can be run again from the store; null when nothing could be decoded. */
  readonly article: Article | null
  /** Where `article` is null: the input that failed, the first of several. */
  readonly origin?: InputOrigin | undefined
  /** Where it stands for entries of a file. */
  readonly entries?: Entries | undefined
}

/** An input that was passed over although nothing went wrong ("empty file"). */
export interface SkippedInput {
  readonly uri: string
  readonly reason: string
  readonly origin?: InputOrigin | undefined
  /** Where it stands for entries of a file. */
  readonly entries?: Entries | undefined
}

/** What one transaction writes: all of it or nothing. */
export interface Batch {
  readonly records: readonly ArticleRecord[]
  readonly dead: readonly DeadLetter[]
  readonly skipped: readonly SkippedInput[]
  /**
   * Inputs that gave an article: one of this batch, or one that is known already. What becomes of an article holds for
   * all its inputs. An article of this batch that none is given for has one input, its own URI.
   */
  readonly inputs?: readonly ArticleInput[] | undefined
  /** Files that the run has read, as far as that went, when what failed in them stands in this batch or an earlier one. */
  readonly read?: readonly ReadFile[] | undefined
}

/**
 * Where articles and claims are kept. One call at a time: await each before the next.
 * Every method rejects with `HearsayError` of exit code 4 (not usable, busy, newer schema) or 74 (disk full, I/O).
 */
export interface Store {
  /**
   * Opens a run and gives its number. Where only one may write at a time (SQLite) it rejects while another live run
   * holds the database, naming its number and process.
   */
  startRun(configuration: RunConfiguration): Promise<number>
  /** Writes a batch in one transaction. Idempotent: an article already done is replaced by equal rows. */
  write(runId: number, batch: Batch): Promise<void>
  /**
   * Unless the run failed, its counts must agree with the inputs that were kept: every input is done, dead or skipped.
   *
   * @param note why the run failed
   * @throws Error when they do not, a defect of Hearsay; `close` then marks the run failed
   */
  endRun(runId: number, status: RunStatus, counts: RunCounts, note?: string): Promise<void>
  /** Also gives up a run that was never ended. Closing twice is harmless. */
  close(): Promise<void>
}

/** Knows what a store holds while another thread writes to it; it never waits for the writer. */
export interface DoneLookup {
  /** Whether exactly these stages (name and version) have analysed the article, and that is committed. */
  isDone(articleId: string, stages: readonly StageInfo[]): Promise<boolean>
  /** Whether no article has been through any stage yet. */
  isEmpty(): Promise<boolean>
  close(): Promise<void>
}
