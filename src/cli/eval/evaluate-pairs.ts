import { percent } from '../../evaluate/figures/figure-table.ts'
import { toScoredArticle } from '../../evaluate/gold/scored-record.ts'
import { type PairScores, readAttributionPairs, scoreAttributionPairs } from '../../evaluate/pairs/attribution-pairs.ts'
import { countQuotedWords } from '../../evaluate/quoted-words.ts'
import { formatQuotedWords } from '../../evaluate/report.ts'
import type { Analysis } from '../../run/open-analysis.ts'
import { printText, printValue } from '../output/print.ts'
import type { Surroundings } from '../surroundings.ts'

/** Scores how many rhetorical attribution pairs the claims find, and whether they say who speaks. */
export async function evaluatePairs(
  paths: readonly string[],
  json: boolean,
  analyse: Analysis,
  surroundings: Surroundings,
): Promise<void> {
  const pairs = []
  for (const gold of readAttributionPairs(paths))
    pairs.push({ gold, predicted: toScoredArticle(await analyse(gold.text, { uri: gold.name })) })
  const scores = scoreAttributionPairs(pairs)
  const quotedWords = countQuotedWords(pairs.map(({ predicted }) => predicted))
  if (json) await printValue(surroundings, { ...scores, quoted_words: quotedWords })
  else await printText(surroundings, [...formatPairScores(scores), formatQuotedWords(quotedWords)])
}

function formatPairScores({ found, total, recall, speaker }: PairScores): string[] {
  return [
    `${found} of ${total} attribution pairs found, ${(100 * recall).toFixed(1)} %`,
    `speaker right: ${speaker.right} of ${speaker.given} given a name (${percent(speaker.precision, speaker.given)} %), ` +
      `of ${speaker.found} found (${percent(speaker.recall, speaker.found)} %); gold names ${speaker.total}`,
  ]
}
