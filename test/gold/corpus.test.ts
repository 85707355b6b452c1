import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readGold } from '../../src/evaluate/gold-file.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { toScoredArticle } from '../../src/evaluate/scored-record.ts'
import { analyseArticle } from '../../src/run/analyse.ts'
import { articleWith } from '../support/article.ts'

const pairs = readdirSync('corpus/gold').map(file => {
  const gold = readGold(`corpus/gold/${file}`)
  return { gold, predicted: toScoredArticle(analyseArticle(articleWith(gold.text))) }
})
const scores = scoreArticles(pairs, { resamples: 0 })

// Floors: they rise when the figures do and never fall.
it.each([
  ['relation precision', scores.relation.precision, 0.87],
  ['relation recall', scores.relation.recall, 0.67],
  ['required recall', scores.required.share, 0.8],
  ['quotation', scores.labels.quotation.share, 0.97],
  ['act', scores.labels.act.share, 0.96],
  ['naming', scores.labels.naming.share, 0.955],
  ['entity', scores.labels.entity.share, 0.92],
] as const)('%s stays at its floor on corpus/', (_, figure, floor) => {
  expect(figure).toBeGreaterThanOrEqual(floor)
})

it('claims nothing that the gold marks as no claim', () => {
  expect(scores.notClaims.violations).toBe(0)
})
