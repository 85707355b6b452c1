import type { Article } from '../../domain/article.ts'
import type { FailedInputKind } from '../../domain/errors/failed-inputs.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import type { StageInfo } from '../../domain/stage.ts'

/** What goes to a worker thread: one article, and where to say how far it is. */
export interface AnalysisTask {
  readonly article: Article
  /** Memory of a {@link Beacon}. */
  readonly beacon: SharedArrayBuffer
}

/** Has a thread run the examples of its rules. */
export const CHECK_EXAMPLES = 'check-examples'

/** Everything of a record but the article, which no thread may change. */
export type Findings = Omit<ArticleRecord, 'article'>

/**
 * JSON of `Findings` in UTF-8: cheaper than cloning some hundreds of small objects. Its buffer is handed from thread to
 * thread, so that the main thread, which passes it on to the writer's, neither copies nor collects it.
 */
export type PackedFindings = Uint8Array<ArrayBuffer>

export function packFindings(findings: Findings): PackedFindings {
  return new TextEncoder().encode(JSON.stringify(findings))
}

export function unpackFindings(packed: PackedFindings): Findings {
  return JSON.parse(new TextDecoder().decode(packed)) as Findings
}

export type FailureKind = Extract<FailedInputKind, 'throw' | 'exit' | 'timeout' | 'out-of-memory' | 'stack-overflow'>

/** Why an article could not be analysed. */
export interface AnalysisFailure {
  readonly kind: FailureKind
  readonly error: string
}

/**
 * What a worker thread answers: its stages when it gets no task, what is wrong with the examples of a newsroom's rules when it is
 * to check them, else what became of the article. Errors come as words: an error object may not survive the way between threads. Findings go as {@link PackedFindings}.
 */
export type AnalysisReply =
  | { readonly stages: readonly StageInfo[] }
  | { readonly wrong: string | null }
  | { readonly failure: AnalysisFailure }
  | PackedFindings

/**
 * What became of one article. `stage` is the one it was in when it failed, or null when none had begun; what was left in the
 * middle is as if it had never been begun.
 */
export type Analysis =
  | { readonly findings: PackedFindings }
  | { readonly left: true }
  | { readonly failure: AnalysisFailure & { readonly stage: StageInfo | null } }

/** Puts anything that was thrown into words. */
export function describeThrown(thrown: unknown): AnalysisFailure {
  if (!(thrown instanceof Error)) return { kind: 'throw', error: String(thrown) }
  const isOverflow = thrown instanceof RangeError && thrown.message.includes('call stack')
  return { kind: isOverflow ? 'stack-overflow' : 'throw', error: `${thrown.name}: ${thrown.message}` }
}
