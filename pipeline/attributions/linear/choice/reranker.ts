import type { Analysis } from '../arguments/analysis.ts'
import type { ReadCue } from '../arguments/arguments.ts'
import type { LemmaStatistics } from '../model/lemma-statistics.ts'
import { type Forest, scoreRows } from '../model/trees.ts'
import { addWeights, type WeightTable } from '../model/weights.ts'
import type { Reading } from '../reading/reading.ts'
import type { AnalysisContext } from './analysis-facts.ts'
import { ANALYSIS_SIZE, FeatureRows } from './analysis-feature-names.ts'
import { writeAnalysisFeatures } from './analysis-features.ts'
import { countShared, type RoleWords, rolesOf } from './analysis-words.ts'
import { PHRASE_FEATURES, writePhraseFeatures } from './phrase-features.ts'
import type { Proposal } from './verification-features.ts'

const features = new Int32Array(PHRASE_FEATURES)

/** A cue with all its analyses and what can be said of each. */
export interface RatedCue {
  readonly analyses: readonly Analysis[]
  /** Words of every analysis by role. */
  readonly words: readonly RoleWords[]
  /** Features of every analysis, row after row. */
  readonly rows: Float32Array
  /** By the phrase model, log-odds that each analysis is right. */
  readonly verdicts: readonly number[]
}

/** Computes the features of every analysis of a cue. */
export function rateAnalyses(
  reading: Reading,
  { analyses, marginal }: ReadCue,
  cueScores: Float32Array,
  statistics: LemmaStatistics,
  phrases: WeightTable,
): RatedCue {
  const rows = new FeatureRows(analyses.length)
  const best = (analyses[0] as Analysis).logProbability
  const context: AnalysisContext = { cueScores, statistics, marginal, best, rivals: analyses }
  const sums = new Int32Array(analyses.length * 2)
  for (const [i, analysis] of analyses.entries()) {
    rows.begin(i)
    writeAnalysisFeatures(reading, analysis, context, rows)
    const count = writePhraseFeatures(reading, analysis, features)
    addWeights(phrases, features, count, sums, i * 2)
  }
  setPhraseScores(
    rows.values,
    analyses.map((_, i) => (sums[i * 2] as number) * phrases.scale),
  )
  const words = analyses.map(analysis => rolesOf(reading, analysis))
  const verdicts = analyses.map((_, i) => (sums[i * 2 + 1] as number) * phrases.scale)
  return { analyses, words, rows: rows.values, verdicts }
}

/** Fills in every row's phrase score: how far it lies below the best of its cue. */
export function setPhraseScores(rows: Float32Array, scores: readonly number[]): void {
  const top = Math.max(...scores)
  for (const [i, score] of scores.entries()) rows[(i + 1) * ANALYSIS_SIZE - 1] = score - top
}

/** Chooses the analysis that the reranker likes best and says how sure it is of it. */
export function chooseAnalysis(
  { analyses, words, rows, verdicts }: RatedCue,
  cueScores: Float32Array,
  reranker: Forest,
): Proposal {
  const scores = scoreRows(reranker, rows, analyses.length, ANALYSIS_SIZE)
  const top = Math.max(...scores)
  const pick = scores.indexOf(top)
  const analysis = analyses[pick] as Analysis
  const { source, cue, content } = words[pick] as RoleWords
  let total = 0
  let second = -Infinity
  let sameContent = 0
  let sameSource = 0
  for (const [i, other] of words.entries()) {
    const score = scores[i] as number
    const weight = Math.exp(score - top)
    total += weight
    if (i !== pick && score > second) second = score
    const shared = countShared(content, other.content)
    const either = content.length + other.content.length - shared
    sameContent += weight * (either === 0 ? 1 : shared / either)
    if (countShared(source, other.source) > 0 || source.length + other.source.length === 0) sameSource += weight
  }
  return {
    trigger: analysis.trigger,
    score: cueScores[analysis.trigger] as number,
    analysis,
    source,
    cue,
    content,
    features: rows.slice(pick * ANALYSIS_SIZE, (pick + 1) * ANALYSIS_SIZE),
    choice: [
      1 / total,
      top,
      analyses.length > 1 ? top - second : NO_SECOND,
      sameContent / total,
      sameSource / total,
      verdicts[pick] as number,
    ],
  }
}

const NO_SECOND = 9
