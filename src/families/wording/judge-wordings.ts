import { diffArrays } from 'diff'
import type { Wording } from './wording.ts'

/** `strong`: whoever says it says the same. `weak`: only what one speaker says within a few days is the same. */
export const TIE_STRENGTHS = ['strong', 'weak'] as const
export type TieStrength = (typeof TIE_STRENGTHS)[number]

/** Words that stand in both wordings in one row: places among the words of each, without gaps. */
export type SharedRun = readonly [one: number, other: number, length: number]

/** That two wordings are of one utterance, with the evidence. */
export interface Tie {
  readonly strength: TieStrength
  /** Share of the shorter wording's information that both have, from 0 to 1. */
  readonly score: number
  readonly sharedWords: number
  /** Bits that both have. */
  readonly sharedWeight: number
  /** Runs of shared words in order; `one` is the wording that was given first. */
  readonly runs: readonly SharedRun[]
}

const LEAST_STRONG = 28
const LEAST_WEAK = 7
const LEAST_SCORE = 0.6

/**
 * Whether two wordings are of one utterance: a function of the two alone, and the same whichever is given first but for
 * the order of `runs`. Null where they are not.
 */
export function judgeWordings(one: Wording, other: Wording): Tie | null {
  if (one.text > other.text) {
    const tie = judgeWordings(other, one)
    return tie && { ...tie, runs: tie.runs.map(([a, b, length]) => [b, a, length] as const) }
  }
  const runs = alignWords(one, other)
  const shared = runs.flatMap(([from, , length]) => one.bits.slice(from, from + length))
  const sharedWeight = shared.reduce((sum, bits) => sum + bits, 0)
  const score = sharedWeight / Math.min(one.weight, other.weight)
  if (!(score >= LEAST_SCORE) || sharedWeight < LEAST_WEAK) return null
  const strength = sharedWeight >= LEAST_STRONG ? 'strong' : 'weak'
  return { strength, score, sharedWords: shared.length, sharedWeight, runs }
}

/** How a wording ties the claims that have it word for word; null where it tells too little to tie any. */
export function judgeSame({ weight }: Wording): TieStrength | null {
  if (weight < LEAST_WEAK) return null
  return weight >= LEAST_STRONG ? 'strong' : 'weak'
}

function alignWords(one: Wording, other: Wording): SharedRun[] {
  const runs: SharedRun[] = []
  let [a, b] = [0, 0]
  for (const { added, removed, count } of diffArrays([...one.keys], [...other.keys])) {
    if (!added && !removed) runs.push([a, b, count])
    if (!added) a += count
    if (!removed) b += count
  }
  return runs
}
