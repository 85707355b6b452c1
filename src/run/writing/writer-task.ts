import type { Article } from '../../domain/article.ts'
import type { ArticleInput, DeadLetter, RunConfiguration, RunCounts, RunStatus } from '../../store/store.ts'
import type { PackedFindings } from '../analysing/analysis.ts'
import type { CarriedError } from '../threads/carried-error.ts'
import type { GatheredEntries } from './entry-groups.ts'

/** What the writer's thread gets when it starts. */
export interface WriterData {
  /** Path or URL of the database. */
  readonly path: string
}

/** What is asked of the writer's thread and answered, in the order in which it was asked. */
export type WriterRequest =
  | { readonly task: 'open' }
  | { readonly task: 'start'; readonly configuration: RunConfiguration }
  | { readonly task: 'flush' }
  | { readonly task: 'end'; readonly status: RunStatus; readonly counts: RunCounts; readonly note: string | undefined }
  | { readonly task: 'close' }

/** What it is given to write, in its own time. */
export type WriterItem =
  | {
      readonly task: 'record'
      readonly article: Article
      readonly findings: PackedFindings
      readonly inputs: readonly ArticleInput[]
    }
  | { readonly task: 'dead'; readonly letter: DeadLetter; readonly inputs: readonly ArticleInput[] }
  | { readonly task: 'known'; readonly input: ArticleInput }
  | { readonly task: 'without-article'; readonly gathered: GatheredEntries }

export type WriterTask = WriterRequest | WriterItem

/** What one transaction wrote, in numbers. */
export interface Written {
  /** Ids of the articles analysed. */
  readonly done: readonly string[]
  readonly dead: number
  readonly skipped: number
  /** Inputs whose article was known before, or came with others in this batch. */
  readonly unchanged: number
  readonly claims: number
  /** UTF-16 units of text, and of what was left out of it. */
  readonly textLength: number
}

/** What the writer's thread says. */
export type WriterReport =
  /** To a request; `runId` to `start` alone. */
  | { readonly report: 'answer'; readonly runId: number | null }
  | { readonly report: 'refusal'; readonly error: CarriedError }
  /** Committed: only now may it be counted. */
  | { readonly report: 'written'; readonly written: Written }
  /** The store cannot hold this article's record, which became a dead letter. */
  | { readonly report: 'rejected'; readonly letter: DeadLetter }
  /** Other programs hold what it needs in the database: it waits. */
  | { readonly report: 'held'; readonly error: CarriedError }
  /** Writing failed for good: what waited is lost to this run. */
  | { readonly report: 'failed'; readonly error: CarriedError }
