import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonOrNull } from '../evaluate/figures/wilson.ts'
import { calibrate } from '../store/calibration.ts'
import { crossValidate, fitIsotonic, fitPlatt, type Outcome } from './fit-calibration.ts'

const anyOutcomes = fc.array(
  fc.record({
    confidence: fc.integer({ min: 0, max: 1000 }).map(share => share / 1000),
    isRight: fc.boolean(),
    articleId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  }),
  { minLength: 2, maxLength: 60 },
)

describe.each([
  ['Platt', fitPlatt],
  ['isotonic regression', fitIsotonic],
])('%s', (_, fit) => {
  it('never falls, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyOutcomes, outcomes => {
        const points = fit(outcomes)
        for (const [index, [at, read]] of points.entries()) {
          const [before, low] = points[index - 1] ?? [-1, 0]
          expect(at).toBeGreaterThan(before)
          expect(read).toBeGreaterThanOrEqual(low)
          expect(read).toBeLessThanOrEqual(1)
        }
        for (const share of [0, 0.3, 0.77, 1]) expect(calibrate({ points }, share)).not.toBeNaN()
      }),
    )
  })
})

describe('cross-validation', () => {
  it('reads each claim once, by a fit without its article', () => {
    fc.assert(
      fc.property(anyOutcomes, outcomes => {
        const seen: (readonly Outcome[])[] = []
        const read = crossValidate(outcomes, given => {
          seen.push(given)
          return [[0, 0.5]]
        })
        expect(read).toHaveLength(outcomes.length)
        for (const given of seen) expect(given.length).toBeLessThanOrEqual(outcomes.length)
        expect(seen.reduce((sum, given) => sum + given.length, 0)).toBe(4 * outcomes.length)
      }),
    )
  })
})

describe('isotonic regression', () => {
  it('is the share of right claims where all have the same confidence', () => {
    const outcomes = [true, true, true, false].map(isRight => ({ confidence: 0.8, isRight, articleId: 'a' }))
    expect(fitIsotonic(outcomes)).toEqual([[0.8, 0.75]])
  })
})

describe('Wilson', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('%d of %d lies between %f and %f', (hit, total, low, high) => {
    expect(wilsonOrNull(hit, total)).toEqual({ low: expect.closeTo(low, 3), high: expect.closeTo(high, 3) })
  })

  it('says nothing of nothing', () => expect(wilsonOrNull(0, 0)).toBeNull())
})
