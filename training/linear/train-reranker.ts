import { ANALYSIS_SIZE } from '../../pipeline/attributions/linear/choice/analysis-feature-names.ts'
import { chooseAnalysis, setPhraseScores } from '../../pipeline/attributions/linear/choice/reranker.ts'
import type { Proposal } from '../../pipeline/attributions/linear/choice/verification-features.ts'
import type { Forest } from '../../pipeline/attributions/linear/model/trees.ts'
import { gradeAnalysis } from './agreement.ts'
import { groupRows, type PhraseFeatures, scorePhrases } from './features/phrase-rows.ts'
import { FOLDS, foldOf, select } from './folds.ts'
import { growForest } from './learners/grow-forest.ts'
import { trainPhrases } from './learners/train-phrases.ts'
import type { HeldOutCue } from './train-sequence.ts'

const PHRASES = { epochs: 8, rate: 0.05, dropout: 0.5 } as const
const TREES = { trees: 120, leaves: 24, rate: 0.1, minimum: 5, lambda: 5, featureShare: 0.4, rowShare: 0.7 } as const
/** How sharply the better analysis of a cue is preferred. */
const SHARPNESS = 2.5
/** The forest's own jackknife. */
const FOREST_FOLDS = 3

export interface RerankerTraining {
  readonly forest: Forest
  /** Phrase weights for choosing. */
  readonly weights: Float32Array
  /** The analysis chosen for every cue, by a reranker that never saw its article. */
  readonly proposals: readonly Proposal[]
}

/** Trains what chooses among the analyses of a cue. Fills in the phrase scores of every cue's rows. */
export function trainReranker(
  cues: readonly HeldOutCue[],
  phrases: PhraseFeatures,
  report: (step: string) => void,
): RerankerTraining {
  const targets = cues.map(targetsOf)
  const learn = (skip: number): Float32Array => {
    const chosen = cues.flatMap(({ gold, article }, c) => (gold !== null && foldOf(article) !== skip ? [c] : []))
    const rows = groupRows(
      phrases,
      chosen.map(c => ({ rows: rowsOf(phrases, cues, c), targets: targets[c] as number[] })),
    )
    return trainPhrases(
      rows,
      select(chosen.length, () => true),
      phrases.hashes.length,
      { ...PHRASES, seed: 51 + skip },
    )
  }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    report(`phrases without fold ${fold + 1}`)
    const weights = learn(fold)
    for (const [c, { article, rows }] of cues.entries()) {
      if (foldOf(article) !== fold) continue
      setPhraseScores(
        rows,
        rowsOf(phrases, cues, c).map(row => scorePhrases(phrases, weights, row)),
      )
    }
  }
  const grow = (skip: number): Forest => {
    const chosen = cues.flatMap(({ gold, article }, c) => (gold !== null && article % FOREST_FOLDS !== skip ? [c] : []))
    return growRanking(
      chosen.map(c => ({ rows: (cues[c] as HeldOutCue).rows, targets: targets[c] as number[] })),
      101 + skip,
    )
  }
  const proposals: Proposal[] = []
  for (let fold = 0; fold < FOREST_FOLDS; fold += 1) {
    report(`reranker without fold ${fold + 1}`)
    const forest = grow(fold)
    for (const [c, { article, analyses, words, rows, cueScores }] of cues.entries()) {
      if (article % FOREST_FOLDS !== fold) continue
      const verdicts = analyses.map(() => 0)
      proposals[c] = chooseAnalysis({ analyses, words, rows, verdicts }, cueScores, forest)
    }
  }
  report('reranker')
  return { forest: grow(FOREST_FOLDS), weights: learn(FOLDS), proposals }
}

/** Rows of a cue's analyses in the phrase features. */
export function rowsOf({ first }: PhraseFeatures, cues: readonly HeldOutCue[], c: number): number[] {
  return (cues[c] as HeldOutCue).analyses.map((_, a) => (first[c] as number) + a)
}

/** Shares of 1 among a cue's analyses, the better ones more. */
function targetsOf({ gold, words }: HeldOutCue): number[] {
  if (gold === null) return []
  const shares = words.map(found => Math.exp(SHARPNESS * gradeAnalysis(gold, found)))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => share / total)
}

function growRanking(groups: readonly { rows: Float32Array; targets: readonly number[] }[], seed: number): Forest {
  const count = groups.reduce((sum, { targets }) => sum + targets.length, 0)
  const values = new Float32Array(count * ANALYSIS_SIZE)
  const starts = new Int32Array(groups.length + 1)
  const targets = new Float64Array(count)
  let row = 0
  for (const [g, group] of groups.entries()) {
    values.set(group.rows, row * ANALYSIS_SIZE)
    targets.set(group.targets, row)
    row += group.targets.length
    starts[g + 1] = row
  }
  const derive = (scores: Float64Array, gradient: Float64Array, curvature: Float64Array): void => {
    for (let g = 0; g < groups.length; g += 1) {
      const from = starts[g] as number
      const to = starts[g + 1] as number
      let top = -Infinity
      for (let r = from; r < to; r += 1) top = Math.max(top, scores[r] as number)
      let total = 0
      for (let r = from; r < to; r += 1) total += Math.exp((scores[r] as number) - top)
      for (let r = from; r < to; r += 1) {
        const share = Math.exp((scores[r] as number) - top) / total
        gradient[r] = share - (targets[r] as number)
        curvature[r] = Math.max(share * (1 - share), 1e-4)
      }
    }
  }
  return growForest({ values, rows: count, features: ANALYSIS_SIZE }, derive, 0, { ...TREES, seed })
}
