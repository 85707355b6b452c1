import { compareSets, countCommon } from './token-set.ts'
import type { TokenSet } from './tokenise.ts'

/** One attribution as the tokens of its roles. */
export interface RoleTokens {
  readonly source: TokenSet
  readonly cue: TokenSet
  readonly content: TokenSet
}

export const SCORED_ROLES = ['cue', 'source', 'content'] as const
export type ScoredRole = (typeof SCORED_ROLES)[number]

/** Indexes into the gold and the predicted list. */
export interface Pair {
  readonly gold: number
  readonly predicted: number
}

interface RatedPair extends Pair {
  readonly content: number
  readonly cue: number
  readonly source: number
}

/**
 * Pairs gold and predicted attributions one to one, greedily: the pair with most content tokens in common first, ties
 * by cue tokens, then source tokens; those left over by cue tokens in common. Pairs that share neither are no pairs.
 *
 * The last tie goes to what comes first in the text, so the outcome does not depend on the order of either list, and
 * swapping the two lists swaps the pairs and nothing else.
 */
export function matchAttributions(gold: readonly RoleTokens[], predicted: readonly RoleTokens[]): readonly Pair[] {
  const goldRank = rankByPosition(gold)
  const predictedRank = rankByPosition(predicted)
  // Pairs without common content sort behind all with some, which makes one pass of both rounds.
  const candidates = ratePairs(gold, predicted).sort(
    (a, b) =>
      b.content - a.content ||
      b.cue - a.cue ||
      b.source - a.source ||
      (goldRank[a.gold] as number) - (goldRank[b.gold] as number) ||
      (predictedRank[a.predicted] as number) - (predictedRank[b.predicted] as number),
  )
  const goldTaken = new Set<number>()
  const predictedTaken = new Set<number>()
  const pairs: Pair[] = []
  for (const candidate of candidates) {
    if (goldTaken.has(candidate.gold) || predictedTaken.has(candidate.predicted)) continue
    goldTaken.add(candidate.gold)
    predictedTaken.add(candidate.predicted)
    pairs.push({ gold: candidate.gold, predicted: candidate.predicted })
  }
  return pairs
}

function ratePairs(gold: readonly RoleTokens[], predicted: readonly RoleTokens[]): RatedPair[] {
  const rated: RatedPair[] = []
  for (const [g, wanted] of gold.entries()) {
    for (const [p, found] of predicted.entries()) {
      const content = countCommon(wanted.content, found.content)
      const cue = countCommon(wanted.cue, found.cue)
      if (content === 0 && cue === 0) continue
      rated.push({ gold: g, predicted: p, content, cue, source: countCommon(wanted.source, found.source) })
    }
  }
  return rated
}

function rankByPosition(attributions: readonly RoleTokens[]): readonly number[] {
  const order = [...attributions.keys()].sort((a, b) =>
    comparePosition(attributions[a] as RoleTokens, attributions[b] as RoleTokens),
  )
  const ranks = new Array<number>(attributions.length)
  for (const [rank, index] of order.entries()) ranks[index] = rank
  return ranks
}

function comparePosition(a: RoleTokens, b: RoleTokens): number {
  return compareSets(a.cue, b.cue) || compareSets(a.content, b.content) || compareSets(a.source, b.source)
}
