import type { Analysis } from '../../pipeline/attributions/linear/arguments/analysis.ts'
import { ArgumentSums } from '../../pipeline/attributions/linear/arguments/argument-sums.ts'
import { readArguments } from '../../pipeline/attributions/linear/arguments/arguments.ts'
import type { RoleWords } from '../../pipeline/attributions/linear/choice/analysis-words.ts'
import { relateCues } from '../../pipeline/attributions/linear/choice/neighbours.ts'
import { rateAnalyses } from '../../pipeline/attributions/linear/choice/reranker.ts'
import { NO_CUE } from '../../pipeline/attributions/linear/cue/cues.ts'
import { CUE, LABELS } from '../../pipeline/attributions/linear/model/labels.ts'
import type { LemmaStatistics } from '../../pipeline/attributions/linear/model/lemma-statistics.ts'
import { UNKNOWN_LEMMA } from '../../pipeline/attributions/linear/model/lemma-statistics.ts'
import {
  type PackedWeights,
  packWeights,
  spreadWeights,
  type WeightTable,
} from '../../pipeline/attributions/linear/model/weights.ts'
import type { Reading } from '../../pipeline/attributions/linear/reading/reading.ts'
import {
  type ArgumentData,
  type CueData,
  collectArgumentExamples,
  collectCueExamples,
  type ReadArticle,
} from './features/examples.ts'
import { learnLemmas } from './features/lemmas.ts'
import { FOLDS, foldOf, select } from './folds.ts'
import { trainArguments } from './learners/train-arguments.ts'
import { trainCues } from './learners/train-cues.ts'

/** A cue of a training article as models see it that never saw the article. */
export interface HeldOutCue {
  readonly article: number
  readonly reading: Reading
  readonly trigger: number
  readonly cueScores: Float32Array
  readonly analyses: readonly Analysis[]
  /** Words of every analysis by role. */
  readonly words: readonly RoleWords[]
  readonly rows: Float32Array
  /** Log-odds that it is a cue. */
  readonly score: number
  /** The gold attribution that this cue heads, or null. */
  readonly gold: RoleWords | null
}

export interface SequenceModels {
  readonly cues: PackedWeights
  readonly nodes: PackedWeights
  readonly edges: PackedWeights
  readonly heldOut: readonly HeldOutCue[]
}

const CUE_OPTIONS = { epochs: 8, rate: 0.07, dropout: 0.5, decay: 0 } as const
const ARGUMENT_OPTIONS = { labels: LABELS, cueLabel: CUE, epochs: 10, rate: 0.03, dropout: 0.5, decay: 0 } as const
const PRUNE = { cue: 0.03, node: 0.022, edge: 0.02 } as const
const NO_PHRASES = spreadWeights({ width: 2, scale: 1, hashes: new Int32Array(0), weights: new Int8Array(0) })

/** Trains the cue and the argument model, and reads every article with models that were trained without it. */
export function trainSequences(
  articles: readonly ReadArticle[],
  cueThreshold: number,
  report: (step: string) => void,
): SequenceModels {
  report('cue examples')
  const cueData = collectCueExamples(articles)
  const cueScores: Float32Array[] = articles.map(({ reading }) => new Float32Array(reading.length).fill(NO_CUE))
  for (let fold = 0; fold < FOLDS; fold += 1) {
    report(`cues without fold ${fold + 1}`)
    scoreHeldOut(cueData, trainCueWeights(cueData, fold), cueScores, fold)
  }
  report('cues')
  const cues = packWeights(cueData.hashes, trainCueWeights(cueData, FOLDS), 1, PRUNE.cue)
  report('argument examples')
  const data = collectArgumentExamples(articles, cueScores)
  const heldOut: HeldOutCue[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    report(`arguments without fold ${fold + 1}`)
    const { nodes, edges } = trainArgumentWeights(data, fold)
    const lemmas = learnLemmas(articles.filter((_, a) => foldOf(a) !== fold))
    const tables = { nodes: spreadWeights(nodes), edges: spreadWeights(edges) }
    for (const [a, article] of articles.entries()) {
      if (foldOf(a) !== fold) continue
      heldOut.push(...readHeldOut(article, a, cueScores[a] as Float32Array, { ...tables, lemmas, cueThreshold }))
    }
  }
  report('arguments')
  return { cues, ...trainArgumentWeights(data, FOLDS), heldOut }
}

function trainCueWeights(data: CueData, fold: number): Float32Array {
  const chosen = select(data.labels.length, e => foldOf(data.article[e] as number) !== fold)
  return trainCues(data, chosen, data.hashes.length, { ...CUE_OPTIONS, seed: 1 + fold })
}

function trainArgumentWeights(data: ArgumentData, fold: number): { nodes: PackedWeights; edges: PackedWeights } {
  const chosen = select(data.article.length, e => foldOf(data.article[e] as number) !== fold)
  const { nodeHashes, edgeHashes } = data
  const options = { ...ARGUMENT_OPTIONS, seed: 11 + fold }
  const { node, edge } = trainArguments(data, chosen, { node: nodeHashes.length, edge: edgeHashes.length }, options)
  return {
    nodes: packWeights(nodeHashes, node, LABELS, PRUNE.node),
    edges: packWeights(edgeHashes, edge, LABELS * LABELS, PRUNE.edge),
  }
}

/** Fills in the cue scores of the articles of one fold. */
function scoreHeldOut(
  { features, offsets, article, tokens, labels }: CueData,
  weights: Float32Array,
  scores: readonly Float32Array[],
  fold: number,
): void {
  for (let e = 0; e < labels.length; e += 1) {
    const owner = article[e] as number
    if (foldOf(owner) !== fold) continue
    let score = 0
    for (let f = offsets[e] as number; f < (offsets[e + 1] as number); f += 1)
      score += weights[features[f] as number] as number
    const column = scores[owner] as Float32Array
    column[tokens[e] as number] = Math.max(NO_CUE, score)
  }
}

/** What an article is read with that was held out of it. */
interface HeldOutModel {
  readonly nodes: WeightTable
  readonly edges: WeightTable
  readonly lemmas: ReadonlyMap<number, LemmaStatistics>
  readonly cueThreshold: number
}

function readHeldOut(
  { reading, gold }: ReadArticle,
  article: number,
  cueScores: Float32Array,
  { nodes, edges, lemmas, cueThreshold }: HeldOutModel,
): HeldOutCue[] {
  const cues: HeldOutCue[] = []
  const heads = new Map(gold.map(one => [one.head, goldWords(reading, one)]))
  const sums = new ArgumentSums(reading, cueScores, nodes, edges)
  for (let i = 0; i < reading.length; i += 1) {
    if ((cueScores[i] as number) < cueThreshold) continue
    const read = readArguments(sums, i)
    const statistics = lemmas.get(reading.lemma[i] as number) ?? UNKNOWN_LEMMA
    const { analyses, words, rows } = rateAnalyses(reading, read, cueScores, statistics, NO_PHRASES)
    const score = cueScores[i] as number
    cues.push({ article, reading, trigger: i, score, cueScores, analyses, words, rows, gold: heads.get(i) ?? null })
  }
  relateCues(cues)
  return cues
}

/** A gold attribution without its punctuation, as the measure has it. */
export function goldWords(reading: Reading, { source, cue, content }: RoleWords): RoleWords {
  const words = (indices: readonly number[]): readonly number[] => indices.filter(i => reading.bare[i] === 0)
  const cueWords = words(cue)
  return { source: words(source), cue: cueWords.length > 0 ? cueWords : cue, content: words(content) }
}
