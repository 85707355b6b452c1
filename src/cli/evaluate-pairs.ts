import { readAttributionPairs, scoreAttributionPairs } from '../evaluate/attribution-pairs.ts'
import { toScoredArticle } from '../evaluate/scored-record.ts'
import type { Pipeline } from '../run/create-pipeline.ts'
import { printText, printValue } from './output/print.ts'
import type { Surroundings } from './surroundings.ts'

/** Scores how many of a folder's rhetorical attribution pairs the claims find. */
export async function evaluatePairs(
  folder: string,
  json: boolean,
  pipeline: Pipeline,
  surroundings: Surroundings,
): Promise<void> {
  const scores = scoreAttributionPairs(
    readAttributionPairs(folder).map(gold => ({
      gold,
      predicted: toScoredArticle(pipeline.analyse(gold.text, { uri: gold.name })),
    })),
  )
  if (json) await printValue(surroundings, scores)
  else {
    const { found, total, recall } = scores
    await printText(surroundings, [`${found} of ${total} attribution pairs found, ${(100 * recall).toFixed(1)} %`])
  }
}
