import { describe, expect, it } from 'vitest'
import { fitLine, straighten } from './calibrate.ts'

/** Outcomes at every score that come true as often as the line says. */
function outcomesOf(slope: number, intercept: number) {
  return [-3, -2, -1, 0, 1, 2, 3].flatMap(score => {
    const right = Math.round(1000 / (1 + Math.exp(-(slope * score + intercept))))
    return Array.from({ length: 1000 }, (_, i) => ({ score, right: i < right }))
  })
}

describe('calibration', () => {
  it.each([
    [1, 0],
    [0.6, 0.3],
    [1.4, -0.5],
  ])('finds the line of slope %f and intercept %f', (slope, intercept) => {
    const line = fitLine(outcomesOf(slope, intercept))
    expect(line.slope).toBeCloseTo(slope, 1)
    expect(line.intercept).toBeCloseTo(intercept, 1)
  })

  it('moves every score of a forest onto the line', () => {
    const leaf = {
      roots: Int32Array.of(0),
      feature: Int32Array.of(-1),
      threshold: Float32Array.of(0),
      left: Int32Array.of(-1),
    }
    const forest = straighten({ ...leaf, base: 1, value: Float32Array.of(2) }, { slope: 0.5, intercept: -1 })
    expect(forest.base + (forest.value[0] as number)).toBe(0.5)
  })
})
