import type { Article } from '../domain/article.ts'
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
  /** Articles that failed, each a row in `dead_letter`. */
  readonly dead: number
  readonly claims: number
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
}

/** An input that was passed over although nothing went wrong ("empty file"). */
export interface SkippedInput {
  readonly uri: string
  readonly reason: string
}

/** What one transaction writes: all of it or nothing. */
export interface Batch {
  readonly records: readonly ArticleRecord[]
  readonly dead: readonly DeadLetter[]
  readonly skipped: readonly SkippedInput[]
}

/**
 * Where articles and claims are kept. One writer at a time.
 * Every method throws `HearsayError` with exit code 4 (not usable, busy, newer schema) or 74 (disk full, I/O).
 */
export interface Store {
  /** Opens a run. Throws when another live run holds the database, naming its number and process. */
  startRun(configuration: RunConfiguration): number
  /** Writes a batch in one transaction. Idempotent: an article already done is replaced by equal rows. */
  write(runId: number, batch: Batch): void
  /** @param note why the run failed */
  endRun(runId: number, status: RunStatus, counts: RunCounts, note?: string): void
  close(): void
}

/** Knows what a store holds while another thread writes to it; it never waits for the writer. */
export interface DoneLookup {
  /** Whether exactly these stages (name and version) have analysed the article, and that is committed. */
  isDone(articleId: string, stages: readonly StageInfo[]): boolean
  close(): void
}
