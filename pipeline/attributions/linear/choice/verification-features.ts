import type { Analysis } from '../arguments/analysis.ts'
import { ANALYSIS_FEATURES, ANALYSIS_SIZE } from './analysis-feature-names.ts'
import { countShared } from './analysis-words.ts'

/** A cue with the analysis chosen for it, before it is accepted or rejected. */
export interface Proposal {
  readonly trigger: number
  /** Log-odds by the cue model. */
  readonly score: number
  readonly analysis: Analysis
  /** Words by role: token indices, ascending, punctuation left out. */
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
  /** Features of the chosen analysis. */
  readonly features: Float32Array
  /** The reranker's view, in the order of their names below. */
  readonly choice: readonly number[]
}

const CHOICE_FEATURES = ['probability of the choice', 'score of the choice', 'lead of the choice', 'likely overlap of content', 'likely overlap of source', 'phrase verdict'] as const // biome-ignore format: a list of names reads better unbroken
const RIVAL_FEATURES = [
  'rival for the cue', 'best cue whose content holds this', 'best cue inside the content', 'cue with similar content', 'similarity of content', 'cues with the same source',
  'best cue with the same source', 'cues whose content holds this', 'cues inside the content', 'share of strong cues', 'cue whose source holds this', 'cue whose content holds the source', 'candidates', 'strong cues',
] as const // biome-ignore format: a list of names reads better unbroken

/** Names of all features that the verifier sees. */
export const VERIFICATION_FEATURES: readonly string[] = [...ANALYSIS_FEATURES, ...CHOICE_FEATURES, ...RIVAL_FEATURES]
export const VERIFICATION_SIZE = VERIFICATION_FEATURES.length

/** Proposals further apart than this many tokens cannot touch: no window is wider. */
const REACH = 500
const NONE = -9

/** The verifier's features of every proposal of one article; proposals in order of their triggers. */
export function verificationFeatures(proposals: readonly Proposal[]): Float32Array[] {
  const strong = proposals.filter(({ score }) => score > 0).length
  return proposals.map((one, p) => {
    const rivals = compareRivals(one, p, proposals)
    const out = new Float32Array(VERIFICATION_SIZE)
    out.set(one.features, 0)
    out.set(one.choice, ANALYSIS_SIZE)
    out.set(
      [
        rivals.cue, rivals.holder, rivals.held, rivals.similar, rivals.similarity, rivals.sameSource, rivals.bestSameSource,
        rivals.holders, rivals.inside, strong / Math.max(20, proposals.length), rivals.sourceHolder, rivals.sourceHeld, proposals.length, strong,
      ], // biome-ignore format: in the order of their names
      ANALYSIS_SIZE + CHOICE_FEATURES.length,
    )
    return out
  })
}

function compareRivals(one: Proposal, at: number, proposals: readonly Proposal[]) {
  const seen = {
    cue: NONE,
    holder: NONE,
    held: NONE,
    similar: NONE,
    similarity: 0,
    sameSource: 0,
    bestSameSource: NONE,
    holders: 0,
    inside: 0,
    sourceHolder: NONE,
    sourceHeld: NONE,
  }
  const look = (other: Proposal): void => {
    const { score } = other
    if (countShared(other.cue, one.cue) > 0) seen.cue = Math.max(seen.cue, score)
    if (countShared(other.content, one.cue) > 0) {
      seen.holders += 1
      seen.holder = Math.max(seen.holder, score)
    }
    if (countShared(one.content, other.cue) > 0) {
      seen.inside += 1
      seen.held = Math.max(seen.held, score)
    }
    if (countShared(other.source, one.cue) > 0) seen.sourceHolder = Math.max(seen.sourceHolder, score)
    if (countShared(other.content, one.source) > 0) seen.sourceHeld = Math.max(seen.sourceHeld, score)
    if (countShared(other.source, one.source) > 0) {
      seen.sameSource += 1
      seen.bestSameSource = Math.max(seen.bestSameSource, score)
    }
    const shared = countShared(one.content, other.content)
    if (shared === 0) return
    const similarity = shared / (one.content.length + other.content.length - shared)
    if (similarity > seen.similarity) {
      seen.similarity = similarity
      seen.similar = score
    }
  }
  for (let p = at - 1; p >= 0 && one.trigger - (proposals[p] as Proposal).trigger < REACH; p -= 1)
    look(proposals[p] as Proposal)
  for (let p = at + 1; p < proposals.length && (proposals[p] as Proposal).trigger - one.trigger < REACH; p += 1)
    look(proposals[p] as Proposal)
  return seen
}
