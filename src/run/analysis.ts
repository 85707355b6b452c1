import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'

/** What goes to a worker thread: one article, and where to say how far it is. */
export interface AnalysisTask {
  readonly article: Article
  /** Memory of a {@link Beacon}. */
  readonly beacon: SharedArrayBuffer
}

/** Everything of a record but the article, which no thread may change. */
export type Findings = Omit<ArticleRecord, 'article'>

export type FailureKind = 'throw' | 'exit' | 'timeout' | 'out-of-memory' | 'stack-overflow'

/** Why an article could not be analysed. */
export interface AnalysisFailure {
  readonly kind: FailureKind
  readonly error: string
}

/**
 * What a worker thread answers: its stages when it gets no task, else what became of the article. Errors come as
 * words: an error object may not survive the way between threads. Findings go as JSON, which is cheaper than cloning
 * some hundreds of small objects, and which the main thread hands on to the writer's thread unread.
 */
export type AnalysisReply =
  | { readonly stages: readonly StageInfo[] }
  | { readonly findings: string }
  | { readonly failure: AnalysisFailure }

/** What became of one article. `stage` is the one it was in when it failed, or null when none had begun. */
export type Analysis =
  | { readonly findings: string }
  | { readonly failure: AnalysisFailure & { readonly stage: StageInfo | null } }

/** Puts anything that was thrown into words. */
export function describeThrown(thrown: unknown): AnalysisFailure {
  if (!(thrown instanceof Error)) return { kind: 'throw', error: String(thrown) }
  const isOverflow = thrown instanceof RangeError && thrown.message.includes('call stack')
  return { kind: isOverflow ? 'stack-overflow' : 'throw', error: `${thrown.name}: ${thrown.message}` }
}
