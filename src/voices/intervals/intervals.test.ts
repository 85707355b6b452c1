import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../evaluate/figures/seeded-random.ts'
import { wilsonInterval } from '../../evaluate/figures/wilson.ts'
import { ArticleDraws, partOf } from './article-draws.ts'
import { differenceInterval } from './difference.ts'
import { jackknifeError } from './jackknife.ts'
import { countedShare, drawnShare, estimatedShare } from './shares.ts'
import { studentPoint } from './student.ts'

describe('wilsonInterval', () => {
  // Newcombe 1998, Statistics in Medicine 17, p. 861: method 3 of his table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is what Newcombe prints', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('lies in [0, 1], holds the share, mirrors misses, and shrinks as trials grow', () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const { low, high } = wilsonInterval(hits, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / n)
        expect(high).toBeGreaterThanOrEqual(hits / n)
        const misses = wilsonInterval(n - hits, n)
        expect(misses.low).toBeCloseTo(1 - high, 9)
        expect(misses.high).toBeCloseTo(1 - low, 9)
        const tenfold = wilsonInterval(hits * 10, n * 10)
        expect(tenfold.high - tenfold.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('differenceInterval', () => {
  const estimate = (hits: number, n: number) => ({ value: hits / n, ...wilsonInterval(hits, n) })

  // Newcombe 1998, Statistics in Medicine 17, p. 883: method 10 of his table II.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %i in %i and %i in %i is what Newcombe prints', (hits, n, otherHits, otherN, low, high) => {
    const difference = differenceInterval(estimate(otherHits, otherN), estimate(hits, n))
    expect(difference.value).toBeCloseTo(hits / n - otherHits / otherN, 10)
    expect(difference.low).toBeCloseTo(low, 4)
    expect(difference.high).toBeCloseTo(high, 4)
  })
})

describe('studentPoint', () => {
  it.each([
    [1, 12.706],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [1_000_000, 1.96],
  ])('with %i degrees of freedom is %f', (freedom, point) => {
    expect(studentPoint(freedom)).toBeCloseTo(point, 3)
  })
})

describe('ArticleDraws', () => {
  /** The interval of the ratio of two sums, one pair a part. */
  function draw(draws: ArticleDraws, pairs: Float64Array) {
    const column = (first: number) => pairs.filter((_, at) => at % 2 === first)
    return draws.intervals(pairs.length / 2, { columns: [column(0), column(1)], ratios: [[0, 1]] })
  }

  it('has the width that the variance between articles gives, and not that of the claims', () => {
    // 400 articles of ten claims, which are all of one kind or all of the other: the error is that of 400 trials.
    const sums = new Float64Array(800)
    for (let article = 0; article < 400; article++) sums.set([article % 2 === 0 ? 10 : 0, 10], article * 2)
    const [interval] = draw(new ArticleDraws(), sums)
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 400), 1)
  })

  it('gives the same again, and no width where all articles are alike', () => {
    const sums = Float64Array.from({ length: 60 }, (_, at) => [1, 4][at % 2] as number)
    const draws = new ArticleDraws()
    expect(draw(draws, sums)).toEqual([{ low: 0.25, high: 0.25 }])
    const mixed = Float64Array.from({ length: 60 }, (_, at) => (at * 7) % 5)
    expect(draw(draws, mixed)).toEqual(draw(new ArticleDraws(), mixed))
  })

  it('leaves out draws that say nothing', () => {
    const sums = new Float64Array(40).fill(0)
    expect(draw(new ArticleDraws(), sums)).toEqual([null])
  })

  it('draws several things at once as it draws each', () => {
    const columns = [3, 5, 7].map(step => Float64Array.from({ length: 40 }, (_, at) => ((at * step) % 11) + 1))
    const ratios = [
      [0, 1],
      [2, 1],
      [2, 2],
    ] as const
    const draws = new ArticleDraws()
    const each = ratios.flatMap(ratio => draws.intervals(40, { columns, ratios: [ratio] }))
    expect(draws.intervals(40, { columns, ratios })).toEqual(each)
    expect(each[2]).toEqual({ low: 1, high: 1 })
  })

  it('finds the ends that sorting all draws would find', () => {
    const sums = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(sums, all => {
        const [hits, others] = [0, 1].map(at => Float64Array.from(all, pair => pair[at] as number))
        const n = (hits as Float64Array).map((own, part) => own + (others?.[part] ?? 0))
        const [interval] = new ArticleDraws().intervals(all.length, {
          columns: [hits as Float64Array, n],
          ratios: [[0, 1]],
        })
        const random = seededRandom(1)
        const drawn: number[] = []
        for (let draw = 0; draw < 1_000; draw++) {
          let [own, whole] = [0, 0]
          for (let time = 0; time < all.length; time++) {
            const part = Math.floor(random() * all.length)
            own += hits?.[part] ?? 0
            whole += n[part] ?? 0
          }
          if (whole > 0) drawn.push(own / whole)
        }
        const sorted = drawn.sort((a, b) => a - b)
        const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]
        expect(interval).toEqual(sorted.length === 0 ? null : { low: at(0.025), high: at(0.975) })
      }),
      { numRuns: 20 },
    )
  })

  it('deals out articles so that parts differ by one at most', () => {
    const sizes = new Map<number, number>()
    for (let place = 0; place < 1_234; place++) sizes.set(partOf(place), (sizes.get(partOf(place)) ?? 0) + 1)
    expect(Math.max(...sizes.values()) - Math.min(...sizes.values())).toBe(1)
  })
})

describe('jackknifeError', () => {
  it('of a mean is its standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 40 }), values => {
        const sum = values.reduce((total, value) => total + value, 0)
        const n = values.length
        const variance = values.reduce((total, value) => total + (value - sum / n) ** 2, 0) / (n - 1)
        const without = values.map(value => (sum - value) / (n - 1))
        expect(jackknifeError(without)).toBeCloseTo(Math.sqrt(variance / n), 9)
      }),
    )
  })

  it('is none of one part', () => {
    expect(jackknifeError([1])).toBeNull()
  })
})

describe('shares', () => {
  it('of nothing are none, and say nothing of others', () => {
    const nothing = { hits: 0, n: 0, share: null, low: 0, high: 1, few: true }
    expect(countedShare(0, 0)).toEqual(nothing)
    expect(drawnShare(0, 0, { articles: 0, squares: 0 }, null)).toEqual(nothing)
    expect(estimatedShare(0, 0, { articles: 0, squares: 0 }, null)).toEqual(nothing)
  })

  it('of few articles count these as trials, however many claims there are', () => {
    const alike = drawnShare(0, 400, { articles: 4, squares: 4 * 100 ** 2 }, { low: 0, high: 0 })
    expect(alike).toEqual({ hits: 0, n: 400, share: 0, ...wilsonInterval(0, 4), few: true })
    const uneven = drawnShare(0, 400, { articles: 4, squares: 397 ** 2 + 3 }, { low: 0, high: 0 })
    expect(uneven.high).toBeGreaterThan(alike.high)
  })

  it('always lie in [0, 1] and hold the share', () => {
    const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    const sizes = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(sizes, fc.option(ends), fc.double({ min: 0, max: 1, noNaN: true }), (articles, interval, error) => {
        const hits = articles.reduce((sum, [own]) => sum + own, 0)
        const wholes = articles.map(([own, others]) => own + others).filter(whole => whole > 0)
        const n = wholes.reduce((sum, whole) => sum + whole, 0)
        const spread = { articles: wholes.length, squares: wholes.reduce((sum, whole) => sum + whole ** 2, 0) }
        const drawn = interval === null ? null : { low: Math.min(...interval), high: Math.max(...interval) }
        for (const share of [drawnShare(hits, n, spread, drawn), estimatedShare(hits, n, spread, error)]) {
          expect(share.low).toBeGreaterThanOrEqual(0)
          expect(share.high).toBeLessThanOrEqual(1)
          if (share.share === null) continue
          expect(share.low).toBeLessThanOrEqual(share.share)
          expect(share.high).toBeGreaterThanOrEqual(share.share)
        }
      }),
    )
  })
})
