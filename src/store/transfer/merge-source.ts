import { type ArticleCounts, mergeArticles } from './merge-articles.ts'
import { appendCollected, collectCorrections } from './merge-corrections.ts'
import { mergeInputs, mergeLetters, settleFailures } from './merge-failures.ts'
import { mergeRuns } from './merge-runs.ts'
import type { MergeTarget, SourcePrefix } from './merge-target.ts'

/** What became of one store's rows. */
export interface MergeCounts extends ArticleCounts {
  readonly runs: number
  readonly failures: number
  readonly inputs: number
}

/** What was settled when all stores had been merged. */
export interface Settlement {
  /** Failures of articles that were analysed elsewhere, by newer stages or later. */
  readonly failuresPassedOver: number
  readonly corrections: number
}

/** Merges all rows of one source into the target. Call in a transaction, and `settleMerge` after the last source. */
export async function mergeSource(target: MergeTarget, source: SourcePrefix): Promise<MergeCounts> {
  const runs = await mergeRuns(target, source)
  const articles = await mergeArticles(target, source)
  const failures = await mergeLetters(target, source)
  const inputs = await mergeInputs(target, source)
  await collectCorrections(target, source)
  return { ...articles, runs, failures, inputs }
}

export async function settleMerge(target: MergeTarget): Promise<Settlement> {
  return { failuresPassedOver: await settleFailures(target), corrections: await appendCollected(target) }
}
