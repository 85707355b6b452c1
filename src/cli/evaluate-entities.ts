import { CodePointOffsets } from '../domain/code-points.ts'
import type { NamedArticle } from '../evaluate/entities/named-article.ts'
import { toNamedArticle } from '../evaluate/entities/named-record.ts'
import { readNamedGold } from '../evaluate/entities/read-named-gold.ts'
import { entityScoresToJson, formatEntityScores } from '../evaluate/entities/report-entities.ts'
import { scoreEntities } from '../evaluate/entities/score-entities.ts'
import { findNamesWithCompromise } from '../nlp/compromise-names.ts'
import { createPipeline } from '../run/create-pipeline.ts'
import { printText, printValue } from './output/print.ts'
import type { Surroundings } from './surroundings.ts'

/** Scores the names and chains of the articles in a folder, beside compromise's names on the same texts. */
export async function evaluateEntities(folder: string, json: boolean, surroundings: Surroundings): Promise<void> {
  const golds = readNamedGold(folder)
  const pipeline = await createPipeline({ engine: 'linear' })
  const scores = scoreEntities(
    await Promise.all(
      golds.map(async gold => ({
        gold,
        predicted: toNamedArticle(await pipeline.analyse(gold.text, { uri: gold.name })),
      })),
    ),
  )
  const baseline = scoreEntities(golds.map(gold => ({ gold, predicted: readWithCompromise(gold) })))
  if (json) {
    const { names } = entityScoresToJson(baseline) as { names: unknown }
    await printValue(surroundings, { ...entityScoresToJson(scores), compromise: { names } })
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
