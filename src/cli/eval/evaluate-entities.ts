import { CodePointOffsets } from '../../domain/text/code-points.ts'
import { entityScoresToJson } from '../../evaluate/entities/entity-scores-json.ts'
import type { NamedArticle } from '../../evaluate/entities/named-article.ts'
import { toNamedArticle } from '../../evaluate/entities/named-record.ts'
import { readNamedGold } from '../../evaluate/entities/read-named-gold.ts'
import { formatEntityScores } from '../../evaluate/entities/report-entities.ts'
import { scoreEntities, summariseEntities } from '../../evaluate/entities/score-entities.ts'
import { type EntityTally, tallyEntities } from '../../evaluate/entities/tally-entities.ts'
import { findNamesWithCompromise } from '../../nlp/compromise-names.ts'
import type { Analysis } from '../../run/open-analysis.ts'
import { printText, printValue } from '../output/print.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * Scores the names and chains of articles with gold, beside compromise's names on the same texts. As JSON it gives the
 * counts of every article, too, so that those of several runs can be pooled.
 */
export async function evaluateEntities(
  paths: readonly string[],
  json: boolean,
  analyse: Analysis,
  surroundings: Surroundings,
): Promise<void> {
  const golds = readNamedGold(paths)
  const tallies: EntityTally[] = []
  for (const gold of golds)
    tallies.push(tallyEntities({ gold, predicted: toNamedArticle(await analyse(gold.text, { uri: gold.name })) }))
  const scores = summariseEntities(tallies)
  const baseline = scoreEntities(golds.map(gold => ({ gold, predicted: readWithCompromise(gold) })))
  if (json) {
    const { names } = entityScoresToJson(baseline) as { names: unknown }
    await printValue(surroundings, { ...entityScoresToJson(scores), compromise: { names }, by_article: tallies })
    return
  }
  await printText(
    surroundings,
    formatEntityScores(scores, { name: 'compromise', scores: baseline }).trimEnd().split('\n'),
  )
}

function readWithCompromise({ name, text }: NamedArticle): NamedArticle {
  const points = new CodePointOffsets(text)
  const names = findNamesWithCompromise(text).map(({ type, ...span }) => ({ ...points.of(span), type, chain: null }))
  return { name, text, names, pronouns: [] }
}
