import { type ArticleCounts, mergeArticles } from './articles/merge-articles.ts'
import {
  appendCollected,
  appendCollectedVoices,
  collectCorrections,
  collectVoiceCorrections,
} from './merge-corrections.ts'
import { mergeInputs, mergeLetters, settleFailures } from './merge-failures.ts'
import { mergeRuns } from './merge-runs.ts'
import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { mergeLeaves, mergeSeals } from './seals/merge-seals.ts'
import { sealMerge } from './seals/seal-merge.ts'

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
  /** Of claims and of voices. */
  readonly corrections: number
  /** Claims that people added, which live in corrections alone. */
  readonly addedClaims: number
}

/**
 * Merges all rows of one source into the target. Call in a transaction, `beginSeals` before the first source and
 * `settleMerge` after the last.
 */
export async function mergeSource(target: MergeTarget, source: SourcePrefix): Promise<MergeCounts> {
  const runs = await mergeRuns(target, source)
  const articles = await mergeArticles(target, source)
  const failures = await mergeLetters(target, source)
  const inputs = await mergeInputs(target, source)
  await collectCorrections(target, source)
  await collectVoiceCorrections(target, source)
  await mergeSeals(target, source)
  await mergeLeaves(target, source)
  return { ...articles, runs, failures, inputs }
}

export async function settleMerge(target: MergeTarget): Promise<Settlement> {
  const settled = await settleFailures(target)
  const corrections = await appendCollected(target)
  const ofVoices = await appendCollectedVoices(target)
  const before = await countAdded(target)
  await target.restateClaims(corrections.claimIds)
  const addedClaims = Math.max(0, (await countAdded(target)) - before)
  await sealMerge(target, settled)
  return { failuresPassedOver: settled.goneLetters.length, corrections: corrections.added + ofVoices, addedClaims }
}

async function countAdded(target: MergeTarget): Promise<number> {
  const [row] = await target.all<{ claims: number }>(
    `SELECT count(*) AS claims FROM standing
     WHERE added = 1 AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = standing.claim_id)`,
  )
  return Number(row?.claims ?? 0)
}
