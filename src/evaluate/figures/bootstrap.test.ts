import { describe, expect, it } from 'vitest'
import { drawArticles, intervalOf, resampleArticles } from './bootstrap.ts'

/** One measure an article: hit, predicted, gold. */
function rowsOf(...counts: [hit: number, predicted: number, gold: number][]) {
  return counts.map(row => Int32Array.from(row))
}

describe('resampleArticles', () => {
  it('has no width when all articles are alike', () => {
    const intervals = resampleArticles(rowsOf([1, 2, 4], [1, 2, 4]), { resamples: 50, seed: 1 })
    expect(intervals).toEqual([
      { precision: { low: 0.5, high: 0.5 }, recall: { low: 0.25, high: 0.25 }, f1: { low: 1 / 3, high: 1 / 3 } },
    ])
  })

  it('covers the spread of articles that differ', () => {
    const half = Array.from({ length: 100 }, (_, article): [number, number, number] => [article % 2, 1, 1])
    const interval = resampleArticles(rowsOf(...half), { resamples: 1_000, seed: 3 })?.[0]?.recall
    // The share of hits among 100 draws has a standard deviation of 0.05: the middle 95% is 0.5 ± 0.098.
    expect(interval?.low).toBeCloseTo(0.4, 1)
    expect(interval?.high).toBeCloseTo(0.6, 1)
    expect(interval?.low).toBeLessThan(0.45)
    expect(interval?.high).toBeGreaterThan(0.55)
  })

  it('depends on the seed and on nothing else', () => {
    const rows = rowsOf([1, 2, 3], [0, 5, 1], [7, 8, 9], [2, 2, 6])
    const resample = (seed: number) => resampleArticles(rows, { resamples: 20, seed })
    expect(resample(5)).toEqual(resample(5))
    expect(resample(5)).not.toEqual(resample(6))
  })

  it('gives none of a single article, without articles or without resamples', () => {
    expect(resampleArticles(rowsOf([1, 2, 3]), { resamples: 10, seed: 1 })).toBeNull()
    expect(resampleArticles([], { resamples: 10, seed: 1 })).toBeNull()
    expect(resampleArticles(rowsOf([1, 1, 1], [1, 1, 1]), { resamples: 0, seed: 1 })).toBeNull()
  })
})

describe('intervalOf', () => {
  const meanOf = (drawn: readonly number[]) => drawn.reduce((sum, one) => sum + one, 0) / drawn.length

  it('is that of the rows when the rate is made of the same counts', () => {
    const rows = rowsOf([1, 2, 3], [0, 5, 1], [7, 8, 9], [2, 2, 6])
    const recall = (drawn: readonly Int32Array[]) =>
      drawn.reduce((sum, row) => sum + (row[0] as number), 0) / drawn.reduce((sum, row) => sum + (row[2] as number), 0)
    const resampling = { resamples: 100, seed: 4 }
    expect(intervalOf(drawArticles(rows, resampling), recall)).toEqual(resampleArticles(rows, resampling)?.[0]?.recall)
  })

  it('leaves out draws that say nothing', () => {
    const draws = drawArticles([Number.NaN, 0.5], { resamples: 50, seed: 2 })
    const known = (drawn: readonly number[]) => meanOf(drawn.filter(value => !Number.isNaN(value)))
    expect(intervalOf(draws, known)).toEqual({ low: 0.5, high: 0.5 })
    expect(intervalOf(draws, () => Number.NaN)).toBeNull()
  })
})
