import { alignWords, type SharedRun } from './align-words.ts'
import { findEdits, isNameConflict, isNumberConflict } from './edits.ts'
import { areOneTyped } from './spelling.ts'
import type { Wording } from './wording.ts'

/** `strong`: whoever says it says the same. `weak`: only what one speaker says within a few days is the same. */
export const TIE_STRENGTHS = ['strong', 'weak'] as const
export type TieStrength = (typeof TIE_STRENGTHS)[number]

/** That two wordings are of one utterance, with the evidence. */
export interface Tie {
  readonly strength: TieStrength
  /** Share of the shorter wording's information that both have, from 0 to 1. */
  readonly score: number
  readonly sharedWords: number
  /** Bits that both have. */
  readonly sharedWeight: number
  /** Runs of shared words in order; the first place of each is in the wording that was given first. */
  readonly runs: readonly SharedRun[]
}

/** Bits that tie whoever says them. */
const LEAST_STRONG = 45
/** Bits that tie what one speaker says within a few days. */
const LEAST_WEAK = 14
/** Each number or name that is another takes so many bits more. */
const OF_CONFLICT = { strong: 40, weak: 12 } as const
/** Share of the shorter one; where less is shared, the two overlap, and one run has to tell as much as `LEAST_OVERLAP`. */
const LEAST_SCORE = 0.6
const LEAST_OVERLAP = 70
/** Runs with at most so many words between them stand together. */
const TOGETHER = 3
/** Less than this scattered between other words is shared by chance. */
const LEAST_CLUSTER = 12

/**
 * Whether two wordings are of one utterance: a function of the two alone, and the same whichever is given first but for
 * the order in `runs`. Null where they are not.
 */
export function judgeWordings(one: Wording, other: Wording): Tie | null {
  if (one.text > other.text) {
    const tie = judgeWordings(other, one)
    return tie && { ...tie, runs: tie.runs.map(([a, b, length]) => [b, a, length] as const) }
  }
  const least = Math.min(one.weight, other.weight)
  const most = weighCommon(one, other)
  if (most < LEAST_WEAK || (most < LEAST_SCORE * least && most < LEAST_OVERLAP)) return null
  const clusters = clusterRuns(one, other, alignWords(one.keys, other.keys))
  const sharedWeight = clusters.reduce((sum, { bits }) => sum + bits, 0)
  const conflicts = clusters.reduce((sum, cluster) => sum + cluster.conflicts, 0)
  const score = Math.min(1, sharedWeight / least)
  const strength = strengthOf(score, sharedWeight, Math.max(0, ...clusters.map(({ bits }) => bits)), conflicts)
  if (strength === null) return null
  const runs = clusters.flatMap(cluster => cluster.runs)
  const sharedWords = runs.reduce((sum, [, , length]) => sum + length, 0)
  return { strength, score, sharedWords, sharedWeight, runs }
}

/** How a wording ties the claims that have it word for word; null where it tells too little to tie any. */
export function judgeSame({ weight }: Wording): TieStrength | null {
  if (weight < LEAST_WEAK) return null
  return weight >= LEAST_STRONG ? 'strong' : 'weak'
}

function strengthOf(score: number, shared: number, longest: number, conflicts: number): TieStrength | null {
  if (score < LEAST_SCORE) return longest >= LEAST_OVERLAP + conflicts * OF_CONFLICT.strong ? 'strong' : null
  if (shared >= LEAST_STRONG + conflicts * OF_CONFLICT.strong) return 'strong'
  return shared >= LEAST_WEAK + conflicts * OF_CONFLICT.weak ? 'weak' : null
}

/** The most that an alignment can find: bits of what both have, in whatever order. */
function weighCommon(one: Wording, other: Wording): number {
  const left = new Map<string, number>()
  for (const key of one.keys) left.set(key, (left.get(key) ?? 0) + 1)
  let sum = 0
  for (const [index, key] of other.keys.entries()) {
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    // One typed otherwise may count, too.
    if (count > 0) sum += other.bits[index] as number
  }
  return sum
}

/** Runs that stand together. */
interface Cluster {
  readonly runs: readonly SharedRun[]
  readonly bits: number
  /** Numbers and names that are others between its runs, or right before or behind them. */
  readonly conflicts: number
}

function clusterRuns(one: Wording, other: Wording, runs: readonly SharedRun[]): Cluster[] {
  const groups: SharedRun[][] = []
  for (const run of runs) {
    const last = groups.at(-1)?.at(-1)
    const isNear =
      last !== undefined && run[0] - last[0] - last[2] <= TOGETHER && run[1] - last[1] - last[2] <= TOGETHER
    if (isNear) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups.map(group => weighCluster(one, other, group)).filter(({ bits }) => bits >= LEAST_CLUSTER)
}

function weighCluster(one: Wording, other: Wording, runs: readonly SharedRun[]): Cluster {
  let [bits, conflicts] = [0, 0]
  for (const [from, otherFrom, length] of runs)
    for (let at = 0; at < length; at++)
      bits += Math.min(one.bits[from + at] as number, other.bits[otherFrom + at] as number)
  for (const edit of findEdits(one, other, runs, TOGETHER)) {
    if (isNumberConflict(edit)) conflicts += 1
    else if (isNameConflict(edit)) conflicts += 1
    if (edit.one.length !== 1 || edit.other.length !== 1) continue
    const [word, typed] = [edit.one[0] as string, edit.other[0] as string]
    if (areOneTyped(word, typed)) bits += Math.min(one.bits[edit.at] as number, other.bits[edit.otherAt] as number)
  }
  return { runs, bits, conflicts }
}
