import { readAttributionPairs, scoreAttributionPairs } from '../evaluate/attribution-pairs.ts'
import { toScoredArticle } from '../evaluate/scored-record.ts'
import type { Analysis } from '../run/open-analysis.ts'
import { printText, printValue } from './output/print.ts'
import type { Surroundings } from './surroundings.ts'

/** Scores how many of a folder's rhetorical attribution pairs the claims find. */
export async function evaluatePairs(
  folder: string,
  json: boolean,
  analyse: Analysis,
  surroundings: Surroundings,
): Promise<void> {
  const pairs = []
  for (const gold of readAttributionPairs(folder))
    pairs.push({ gold, predicted: toScoredArticle(await analyse(gold.text, { uri: gold.name })) })
  const scores = scoreAttributionPairs(pairs)
  if (json) await printValue(surroundings, scores)
  else {
    const { found, total, recall } = scores
    await printText(surroundings, [`${found} of ${total} attribution pairs found, ${(100 * recall).toFixed(1)} %`])
  }
}
