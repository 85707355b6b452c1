import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGold } from '../../src/evaluate/gold-file.ts'
import { leaveOutAttitudes } from '../../src/evaluate/leave-out.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { toScoredArticle } from '../../src/evaluate/scored-record.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'

function scorePairs(rules: boolean) {
  const pipeline = createPipeline({ rules })
  return readdirSync('corpus/gold').map(file => {
    const gold = readGold(`corpus/gold/${file}`)
    return { gold, predicted: toScoredArticle(pipeline.analyse(gold.text)) }
  })
}

const learned = scorePairs(false)

// Floors: they rise when the figures do and never fall.
describe.each([
  ['everything', learned, [0.9, 0.77, 0.87, 0.97, 0.96, 0.95, 0.92]],
  ['what claims lists', leaveOutAttitudes(learned).pairs, [0.9, 0.8, 0.88, 0.97, 0.96, 0.95, 0.91]],
  ['everything, by rules alone', scorePairs(true), [0.88, 0.67, 0.8, 0.97, 0.96, 0.95, 0.92]],
] as const)('corpus/, %s', (_, pairs, floors) => {
  const { relation, required, labels, notClaims } = scoreArticles(pairs, { resamples: 0 })
  const figures = {
    'relation precision': relation.precision,
    'relation recall': relation.recall,
    'required recall': required.share,
    quotation: labels.quotation.share,
    act: labels.act.share,
    naming: labels.naming.share,
    entity: labels.entity.share,
  }

  it.each(Object.entries(figures).map(([name, figure], i) => [name, figure, floors[i] as number] as const))(
    '%s stays at its floor',
    (_, figure, floor) => {
      expect(figure).toBeGreaterThanOrEqual(floor)
    },
  )

  it('claims nothing that the gold marks as no claim', () => {
    expect(notClaims.violations).toBe(0)
  })
})
