import { encodeModel } from '../../pipeline/attributions/linear/model/model.ts'
import { packWeights } from '../../pipeline/attributions/linear/model/weights.ts'
import { readColumns } from '../../pipeline/attributions/linear/reading/reading.ts'
import { locateGold, type TrainingArticle } from './article.ts'
import type { ReadArticle } from './features/examples.ts'
import { learnLemmas, learnVocabulary } from './features/lemmas.ts'
import { collectPhraseFeatures } from './features/phrase-rows.ts'
import { trainReranker } from './train-reranker.ts'
import { goldWords, trainSequences } from './train-sequence.ts'
import { trainVerifier } from './train-verifier.ts'

/** Steps that {@link trainModel} reports, for a progress bar. */
export const TRAINING_STEPS = 35

const SETTINGS = { cueThreshold: -3.4, acceptThreshold: 0.37 } as const
const PHRASE_PRUNE = 0.03

/**
 * Trains the whole chain and returns the model file's bytes.
 *
 * Every step learns from what the steps before make of articles they did not see, so that its probabilities hold on
 * new text. Deterministic: the same articles in the same order give the same bytes.
 */
export function trainModel(
  articles: readonly TrainingArticle[],
  report: (step: string) => void = () => {},
): Uint8Array {
  report('vocabulary')
  const vocabulary = learnVocabulary(articles.map(({ tokens }) => tokens))
  const read = articles.map((article): ReadArticle => {
    const reading = readColumns(article.tokens, article.quotations, vocabulary, article.ruled)
    return { reading, gold: locateGold(article, reading) }
  })
  const { cues, nodes, edges, heldOut } = trainSequences(read, SETTINGS.cueThreshold, report)
  report('phrase features')
  const phrases = collectPhraseFeatures(heldOut)
  const reranker = trainReranker(heldOut, phrases, report)
  const gold = read.map(article => article.gold.map(one => goldWords(article.reading, one)))
  const verifier = trainVerifier(heldOut, reranker.proposals, gold, phrases, report)
  const weights = new Float32Array(phrases.hashes.length * 2)
  for (let i = 0; i < phrases.hashes.length; i += 1) {
    weights[i * 2] = reranker.weights[i] as number
    weights[i * 2 + 1] = verifier.weights[i] as number
  }
  report('model file')
  return encodeModel({
    settings: SETTINGS,
    vocabulary,
    cues,
    nodes,
    edges,
    phrases: packWeights(phrases.hashes, weights, 2, PHRASE_PRUNE),
    lemmas: learnLemmas(read),
    reranker: reranker.forest,
    verifier: verifier.forest,
  })
}
