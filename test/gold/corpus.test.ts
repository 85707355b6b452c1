import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGold } from '../../src/evaluate/gold-file.ts'
import { leaveOutAttitudes } from '../../src/evaluate/leave-out.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { toScoredArticle } from '../../src/evaluate/scored-record.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { ENGINES, type EngineName } from '../../src/run/engines.ts'
import { hasRuntime } from '../support/has-runtime.ts'

// Floors: they rise when the figures do and never fall.
const FLOORS: Readonly<Record<EngineName, readonly (readonly [of: string, floors: readonly number[]])[]>> = {
  encoder: [
    ['everything', [0.9, 0.8, 0.88, 0.97, 0.96, 0.95, 0.92]],
    ['what claims lists', [0.9, 0.82, 0.88, 0.97, 0.96, 0.94, 0.91]],
  ],
  linear: [
    ['everything', [0.9, 0.77, 0.87, 0.97, 0.96, 0.95, 0.92]],
    ['what claims lists', [0.9, 0.8, 0.88, 0.97, 0.96, 0.95, 0.91]],
  ],
  rules: [['everything', [0.88, 0.67, 0.8, 0.97, 0.96, 0.95, 0.92]]],
}

const measured = ENGINES.filter(engine => engine !== 'encoder' || hasRuntime())

describe.each(measured)('corpus/ by engine %s', async engine => {
  const pipeline = await createPipeline({ engine })
  const all = await Promise.all(
    readdirSync('corpus/gold').map(async file => {
      const gold = readGold(`corpus/gold/${file}`)
      return { gold, predicted: toScoredArticle(await pipeline.analyse(gold.text)) }
    }),
  )

  describe.each(FLOORS[engine])('%s', (of, floors) => {
    const pairs = of === 'everything' ? all : leaveOutAttitudes(all).pairs
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
})
