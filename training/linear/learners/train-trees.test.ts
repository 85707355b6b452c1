import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contributions, scoreForest, scoreRows } from '../../../pipeline/attributions/linear/model/trees.ts'
import { growForest } from './grow-forest.ts'

const OPTIONS = { trees: 30, leaves: 6, rate: 0.2, minimum: 1, lambda: 1, featureShare: 0.8, rowShare: 0.8, seed: 3 }
const FEATURES = 3

/** Rows on a grid; those whose first two values differ in sign are positive. */
const rows = Array.from({ length: 400 }, (_, r) => [(r % 20) - 9.5, Math.floor(r / 20) - 9.5, r % 7])
const values = Float32Array.from(rows.flat())
const labels = rows.map(([a, b]) => ((a as number) * (b as number) < 0 ? 1 : 0))

function grow() {
  return growForest(
    { values, rows: rows.length, features: FEATURES },
    (scores, gradient, curvature) => {
      for (const [r, label] of labels.entries()) {
        const p = 1 / (1 + Math.exp(-(scores[r] as number)))
        gradient[r] = p - label
        curvature[r] = Math.max(p * (1 - p), 1e-4)
      }
    },
    0,
    OPTIONS,
  )
}

describe('boosted trees', () => {
  it('learn what no single feature tells', () => {
    const forest = grow()
    const right = labels.filter((label, r) => scoreForest(forest, values, r * FEATURES) > 0 === (label === 1))
    expect(right.length / labels.length).toBeGreaterThan(0.95)
  })

  it('are the same for the same seed', () => {
    expect(grow()).toEqual(grow())
  })

  it('explain a score completely: base, roots and contributions add up to it', () => {
    const forest = grow()
    const start = forest.base + forest.roots.reduce((sum, root) => sum + (forest.value[root] as number), 0)
    fc.assert(
      fc.property(fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 3, maxLength: 3 }), row => {
        const features = Float32Array.from(row)
        const moved = contributions(forest, features, FEATURES).reduce((sum, part) => sum + part, 0)
        expect(start + moved).toBeCloseTo(scoreForest(forest, features), 5)
      }),
    )
  })

  it('gives many rows at once the scores that they have alone', () => {
    const forest = grow()
    expect(Array.from(scoreRows(forest, values, rows.length, FEATURES))).toEqual(
      rows.map((_, r) => scoreForest(forest, values, r * FEATURES)),
    )
  })
})
