import type { SettledCalibration } from '../../pipeline/attributions/encoder/confidence.ts'
import { createEncoderEngine } from '../../pipeline/attributions/encoder/engine.ts'
import type { Model } from '../../pipeline/open-model.ts'
import type { ClaimRecord } from '../../src/domain/record.ts'
import { judgePredictions } from '../../src/evaluate/calibration.ts'
import type { ScoredArticle } from '../../src/evaluate/gold.ts'
import { leaveOutNested } from '../../src/evaluate/leave-out.ts'
import { toScoredArticle } from '../../src/evaluate/scored-record.ts'
import { createTextArticle } from '../../src/read/create-text-article.ts'
import { createAnalyser } from '../../src/run/create-analyser.ts'
import { fitLogistic } from './fit-logistic.ts'

/** Leaves the confidence that is chosen by as it is. */
const AS_CHOSEN: SettledCalibration = { slope: 1, alone: 0, bias: 0 }

/**
 * How likely a claim is right when the rules have had their say, fitted to what the whole pipeline finds in articles that
 * the model was not trained on: the same claims, right in the same sense, as `hearsay eval --polnear` counts.
 *
 * @param model with the calibration of proposals that it will have
 */
export async function calibrateSettled(articles: readonly ScoredArticle[], model: Model): Promise<SettledCalibration> {
  const settings = { ...model.settings, settled: AS_CHOSEN }
  const { analyseArticle } = createAnalyser(createEncoderEngine(async () => ({ ...model, settings })))
  const rows: number[][] = []
  const right: number[] = []
  for (const gold of articles) {
    const record = await analyseArticle(createTextArticle(gold.text, { uri: gold.name }))
    const claims = new Map(record.claims.map(claim => [claim.id, claim]))
    const { pairs } = leaveOutNested([{ gold, predicted: toScoredArticle(record) }])
    for (const { attribution, isRight } of judgePredictions(pairs)) {
      const claim = claims.get(attribution.id as string) as ClaimRecord
      if (!isByEncoder(claim)) continue
      rows.push([1, Math.log(claim.confidence / (1 - claim.confidence)), isAlone(claim) ? 1 : 0])
      right.push(isRight ? 1 : 0)
    }
  }
  const [bias, slope, alone] = fitLogistic(rows, right) as [number, number, number]
  return { slope, alone, bias }
}

/** What rules decide alone has their confidence, and what the linear model reads inside contents has its own. */
function isByEncoder({ evidence: [decided] }: ClaimRecord): boolean {
  return decided?.rule.startsWith('model:') === true && decided.detail.nested !== true
}

function isAlone({ evidence }: ClaimRecord): boolean {
  return evidence.every(({ stage, rule }) => stage !== 'attributions' || rule.startsWith('model:'))
}
