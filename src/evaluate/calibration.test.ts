import { expect, it } from 'vitest'
import { formatCalibration, measureCalibration } from './calibration.ts'
import type { ScoredAttribution } from './gold/gold.ts'

const TEXT = 'a b c d e f g h i j'
const at = (word: number, confidence?: number): ScoredAttribution => ({
  source: [],
  cue: [{ start: 2 * word, end: 2 * word + 1 }],
  content: [],
  act: null,
  quotation: null,
  naming: null,
  entity: null,
  required: true,
  ...(confidence === undefined ? {} : { confidence }),
})
const pairOf = (gold: ScoredAttribution[], predicted: ScoredAttribution[]) => [
  {
    gold: { name: 'a', text: TEXT, attributions: gold },
    predicted: { name: 'a', text: TEXT, attributions: predicted },
  },
]

it('compares mean confidence and share of right ones in fifths, the least sure first', () => {
  const predicted = [0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5, 1].map((confidence, word) => at(word, confidence))
  const gold = [0, 2, 4, 9].map(word => at(word))
  const bins = measureCalibration(pairOf(gold, predicted))
  expect(bins.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2])
  expect(bins.map(({ confidence }) => Math.round(confidence * 100))).toEqual([15, 35, 55, 75, 95])
  expect(bins.map(({ precision }) => precision)).toEqual([0, 0, 0, 1, 1])
  expect(formatCalibration(bins)[1]).toMatch(/^fifth 1 +15\.0 +0\.0 +15\.0 +2$/)
})

it('passes over predictions without a confidence', () => {
  expect(measureCalibration(pairOf([at(0)], [at(0)]))).toEqual([])
})
