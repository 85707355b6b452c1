import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settledConfidenceOf } from './confidence.ts'

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const settled = fc.record({
  slope: fc.double({ min: 0.5, max: 2, noNaN: true }),
  alone: fc.double({ min: -1, max: 1, noNaN: true }),
  bias: fc.double({ min: -1, max: 1, noNaN: true }),
})

it('is a probability that keeps the order of what is chosen by', () => {
  fc.assert(
    fc.property(probability, probability, fc.boolean(), settled, (one, other, isAlone, how) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map(each =>
        settledConfidenceOf(each, isAlone, how),
      )
      expect(low).toBeLessThanOrEqual(high as number)
      expect(low).toBeGreaterThan(0)
      expect(high).toBeLessThan(1)
    }),
  )
})

it('changes nothing without a calibration of its own', () => {
  expect(settledConfidenceOf(0.8, true, { slope: 1, alone: 0, bias: 0 })).toBeCloseTo(0.8, 12)
})

it('is surer where a rule reads the cue, when the calibration says so', () => {
  const how = { slope: 1, alone: -0.3, bias: 0 }
  expect(settledConfidenceOf(0.8, false, how)).toBeGreaterThan(settledConfidenceOf(0.8, true, how))
})
