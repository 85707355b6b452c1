import type { SettledCalibration } from '../../pipeline/attributions/encoder/confidence.ts'
import { createEncoderEngine } from '../../pipeline/attributions/encoder/engine.ts'
import { toProbability } from '../../pipeline/attributions/probability.ts'
import type { Model } from '../../pipeline/open-model.ts'
import type { ClaimRecord } from '../../src/domain/record.ts'
import { type CalibrationBin, cutIntoFifths, judgePredictions } from '../../src/evaluate/calibration.ts'
import type { ScoredArticle } from '../../src/evaluate/gold/gold.ts'
import { toScoredArticle } from '../../src/evaluate/gold/scored-record.ts'
import { leaveOutNested } from '../../src/evaluate/leave-out.ts'
import { createTextArticle } from '../../src/read/article/create-text-article.ts'
import { createAnalyser } from '../../src/run/create-analyser.ts'
import { fitLogistic } from './fit-logistic.ts'

/** Leaves the confidence that is chosen by as it is. */
const AS_CHOSEN: SettledCalibration = { slope: 1, alone: 0, bias: 0 }

/** A claim that came of a proposal: what its confidence is told by, and whether it is right. */
export interface SettledClaim {
  readonly article: string
  /** A one, the log-odds of the proposal, and a one where no rule reads the cue. */
  readonly signs: readonly [number, number, number]
  readonly isRight: boolean
}

/**
 * What the whole pipeline finds in articles that the model was not trained on: the same claims, right in the same sense, as
 * `hearsay eval --polnear` counts.
 *
 * @param model with the calibration of proposals that it will have
 */
export async function readSettled(articles: readonly ScoredArticle[], model: Model): Promise<SettledClaim[]> {
  const settings = { ...model.settings, settled: AS_CHOSEN }
  const { analyseArticle } = createAnalyser(createEncoderEngine(async () => ({ ...model, settings })))
  const settled: SettledClaim[] = []
  for (const gold of articles) {
    const record = await analyseArticle(createTextArticle(gold.text, { uri: gold.name }))
    const claims = new Map(record.claims.map(claim => [claim.id, claim]))
    const { pairs } = leaveOutNested([{ gold, predicted: toScoredArticle(record) }])
    for (const { attribution, isRight } of judgePredictions(pairs)) {
      const claim = claims.get(attribution.id as string) as ClaimRecord
      if (!isByEncoder(claim)) continue
      const logOdds = Math.log(claim.confidence / (1 - claim.confidence))
      settled.push({ article: gold.name, signs: [1, logOdds, isAlone(claim) ? 1 : 0], isRight })
    }
  }
  return settled
}

/** How likely a claim is right when the rules have had their say. */
export function fitSettled(claims: readonly SettledClaim[]): SettledCalibration {
  const right = claims.map(({ isRight }) => (isRight ? 1 : 0))
  const [bias, slope, alone] = fitLogistic(
    claims.map(({ signs }) => signs),
    right,
  ) as [number, number, number]
  return { slope, alone, bias }
}

/**
 * What each article's claims would be told by a fit to the other articles: an honest measure of a map that is fitted to all.
 *
 * @returns in five parts of equal size, least confident first, with the share that is right
 */
export function crossValidateSettled(claims: readonly SettledClaim[], folds = 5): CalibrationBin[] {
  const articles = [...new Set(claims.map(({ article }) => article))]
  const foldOf = new Map(articles.map((article, i) => [article, i % folds]))
  const isIn = (fold: number) => (claim: SettledClaim) => foldOf.get(claim.article) === fold
  const told = Array.from({ length: folds }, (_, fold) => {
    const settled = fitSettled(claims.filter(claim => !isIn(fold)(claim)))
    return claims.filter(isIn(fold)).map(({ signs: [, logOdds, alone], isRight }) => {
      const confidence = toProbability(settled.bias + settled.slope * logOdds + settled.alone * alone)
      return { confidence, isRight }
    })
  })
  return cutIntoFifths(told.flat())
}

/** What rules decide alone has their confidence, and what the linear model reads inside contents has its own. */
function isByEncoder({ evidence: [decided] }: ClaimRecord): boolean {
  return decided?.rule.startsWith('model:') === true && decided.detail.nested !== true
}

function isAlone({ evidence }: ClaimRecord): boolean {
  return evidence.every(({ stage, rule }) => stage !== 'attributions' || rule.startsWith('model:'))
}
