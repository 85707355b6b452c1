import type { RoleWords } from '../../pipeline/attributions/linear/choice/analysis-words.ts'
import {
  type Proposal,
  VERIFICATION_SIZE,
  verificationFeatures,
} from '../../pipeline/attributions/linear/choice/verification-features.ts'
import { type Forest, scoreForest } from '../../pipeline/attributions/linear/model/trees.ts'
import { type Judged, resolveOverlaps } from '../../pipeline/attributions/linear/verdict/overlap.ts'
import { isSameRelation } from './agreement.ts'
import { fitLine, type Outcome, straighten } from './calibrate.ts'
import { groupRows, type PhraseFeatures, scorePhrases } from './features/phrase-rows.ts'
import { FOLDS, foldOf, select } from './folds.ts'
import { growForest } from './learners/grow-forest.ts'
import { trainPhrases } from './learners/train-phrases.ts'
import type { HeldOutCue } from './train-sequence.ts'

const PHRASES = { epochs: 8, rate: 0.05, dropout: 0.5 } as const
const TREES = { trees: 200, leaves: 16, rate: 0.06, minimum: 8, lambda: 5, featureShare: 0.4, rowShare: 0.7 } as const

/** The forest's own jackknife, for calibration. */
const FOREST_FOLDS = 3
/** Attributions below this probability are never shown, so calibration does not bend to them. */
const CONSIDERED = 0.25

export interface VerifierTraining {
  readonly forest: Forest
  /** Phrase weights for judging. */
  readonly weights: Float32Array
}

/** Trains what accepts or rejects the analysis chosen for a cue; its score is the log-odds that the analysis is right. */
export function trainVerifier(
  cues: readonly HeldOutCue[],
  proposals: readonly Proposal[],
  gold: readonly (readonly RoleWords[])[],
  phrases: PhraseFeatures,
  report: (step: string) => void,
): VerifierTraining {
  const labels = labelProposals(cues, proposals, gold)
  const rows = proposals.map(
    ({ analysis }, c) => (phrases.first[c] as number) + (cues[c] as HeldOutCue).analyses.indexOf(analysis),
  )
  const learn = (skip: number): Float32Array => {
    const chosen = cues.flatMap(({ article }, c) => (foldOf(article) !== skip ? [c] : []))
    const groups = chosen.map(c => ({ rows: [rows[c] as number], targets: [labels[c] as number] }))
    const options = { ...PHRASES, seed: 71 + skip }
    return trainPhrases(
      groupRows(phrases, groups),
      select(chosen.length, () => true),
      phrases.hashes.length,
      options,
    )
  }
  const judged: Proposal[] = [...proposals]
  for (let fold = 0; fold < FOLDS; fold += 1) {
    report(`verdicts without fold ${fold + 1}`)
    const weights = learn(fold)
    for (const [c, { article }] of cues.entries()) {
      if (foldOf(article) !== fold) continue
      const proposal = proposals[c] as Proposal
      const verdict = scorePhrases(phrases, weights, rows[c] as number)
      judged[c] = { ...proposal, choice: [...proposal.choice.slice(0, -1), verdict] }
    }
  }
  const features = featuresOf(cues, judged)
  const outcomes: Outcome[] = []
  for (let fold = 0; fold < FOREST_FOLDS; fold += 1) {
    report(`verifier without fold ${fold + 1}`)
    const forest = growVerifier(features, labels, c => (cues[c] as HeldOutCue).article % FOREST_FOLDS !== fold)
    for (const members of groupByArticle(cues)) {
      const { article } = cues[members[0] as number] as HeldOutCue
      if (article % FOREST_FOLDS !== fold) continue
      outcomes.push(
        ...judgeArticle(
          members.map(c => judge(judged[c] as Proposal, forest, features[c] as Float32Array)),
          gold[article] ?? [],
        ),
      )
    }
  }
  report('verifier')
  const forest = straighten(
    growVerifier(features, labels, () => true),
    fitLine(outcomes),
  )
  return { forest, weights: learn(FOLDS) }
}

/** The verifier's features of every cue. */
function featuresOf(cues: readonly HeldOutCue[], proposals: readonly Proposal[]): Float32Array[] {
  const features: Float32Array[] = []
  for (const members of groupByArticle(cues)) {
    const rows = verificationFeatures(members.map(c => proposals[c] as Proposal))
    for (const [m, c] of members.entries()) features[c] = rows[m] as Float32Array
  }
  return features
}

function growVerifier(features: readonly Float32Array[], labels: Uint8Array, takes: (c: number) => boolean): Forest {
  const chosen = select(features.length, takes)
  const values = new Float32Array(chosen.length * VERIFICATION_SIZE)
  for (const [row, c] of chosen.entries()) values.set(features[c] as Float32Array, row * VERIFICATION_SIZE)
  const targets = Uint8Array.from(chosen, c => labels[c] as number)
  const mean = targets.reduce((sum, label) => sum + label, 0) / targets.length
  const derive = (scores: Float64Array, gradient: Float64Array, curvature: Float64Array): void => {
    for (let row = 0; row < targets.length; row += 1) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)))
      gradient[row] = p - (targets[row] as number)
      curvature[row] = Math.max(p * (1 - p), 1e-4)
    }
  }
  const data = { values, rows: chosen.length, features: VERIFICATION_SIZE }
  return growForest(data, derive, Math.log(mean / (1 - mean)), { ...TREES, seed: 7 })
}

function judge(proposal: Proposal, forest: Forest, features: Float32Array): Judged {
  return { proposal, probability: 1 / (1 + Math.exp(-scoreForest(forest, features))) }
}

/** What becomes of the attributions that an article would get: each gold one bears out one of them, the surest. */
function judgeArticle(judged: readonly Judged[], gold: readonly RoleWords[]): Outcome[] {
  const { accepted } = resolveOverlaps(judged, CONSIDERED)
  const open = new Set(gold)
  return accepted
    .toSorted((a, b) => b.probability - a.probability)
    .map(({ proposal, probability }) => {
      const found = [...open].find(one => isSameRelation(one, proposal))
      if (found !== undefined) open.delete(found)
      return { score: Math.log(probability / (1 - probability)), right: found !== undefined }
    })
}

/** 1 for the proposal that finds a gold attribution; of several that find the same, only the one on its own cue. */
function labelProposals(
  cues: readonly HeldOutCue[],
  proposals: readonly Proposal[],
  gold: readonly (readonly RoleWords[])[],
): Uint8Array {
  const labels = new Uint8Array(cues.length)
  for (const members of groupByArticle(cues)) {
    const { article } = cues[members[0] as number] as HeldOutCue
    for (const one of gold[article] ?? []) {
      let owner = -1
      for (const c of members) {
        if (!isSameRelation(one, proposals[c] as Proposal)) continue
        if (owner < 0 || isBetter(c, owner)) owner = c
      }
      if (owner >= 0) labels[owner] = 1
    }
  }
  function isBetter(c: number, owner: number): boolean {
    const heads = (cues[c] as HeldOutCue).gold !== null
    const headed = (cues[owner] as HeldOutCue).gold !== null
    if (heads !== headed) return heads
    return (proposals[c] as Proposal).score > (proposals[owner] as Proposal).score
  }
  return labels
}

/** Indices of the cues of each article, in text order. */
function groupByArticle(cues: readonly HeldOutCue[]): number[][] {
  return [...Map.groupBy(cues.keys(), c => (cues[c] as HeldOutCue).article).values()]
}
