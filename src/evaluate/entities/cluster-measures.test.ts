import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLUSTER_MEASURES, measureBCubed, measureLea, type Part } from './cluster-measures.ts'
import type { Clusters } from './clusters.ts'

const shareOf = ({ found, all }: Part) => found / all

describe('the example of Moosavi and Strube', () => {
  const key = [
    [1, 2, 3],
    [4, 5, 6, 7],
  ]
  const response = [
    [1, 2],
    [3, 4],
    [6, 7, 8, 9],
  ]

  it('has the recall and the precision that they give by LEA', () => {
    // 3 × 1/3 + 4 × 1/6 of 7, and 2 × 1/1 + 2 × 0/1 + 4 × 1/6 of 8.
    expect(shareOf(measureLea(key, response))).toBeCloseTo(0.24, 2)
    expect(shareOf(measureLea(response, key))).toBeCloseTo(0.33, 2)
  })

  it('has by B³ what its mentions have one by one', () => {
    expect(measureBCubed(key, response).found).toBeCloseTo(2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 0 + 2 / 4 + 2 / 4)
    expect(measureBCubed(response, key).found).toBeCloseTo(1 + 1 + 1 / 2 + 1 / 2 + 2 / 4 + 2 / 4)
  })
})

describe('a cluster of one', () => {
  it('is found by LEA where its mention is alone, too', () => {
    expect(measureLea([[1]], [[1]])).toEqual({ found: 1, all: 1 })
    expect(measureLea([[1]], [[1, 2]])).toEqual({ found: 0, all: 1 })
    expect(measureLea([[1]], [[2]])).toEqual({ found: 0, all: 1 })
  })

  it('is no link of a larger one', () => {
    expect(measureLea([[1, 2]], [[1], [2]])).toEqual({ found: 0, all: 2 })
    expect(measureBCubed([[1, 2]], [[1], [2]])).toEqual({ found: 1, all: 2 })
  })
})

/** Clusters of some of the mentions below twelve: each is in one of four, or nowhere. */
const anyClusters: fc.Arbitrary<Clusters> = fc
  .array(fc.integer({ min: -1, max: 3 }), { minLength: 12, maxLength: 12 })
  .map(places => [0, 1, 2, 3].map(place => places.flatMap((at, mention) => (at === place ? [mention] : []))))
  .map(clusters => clusters.filter(({ length }) => length > 0))

describe.each(Object.entries(CLUSTER_MEASURES))('%s of any clusters', (_, measure) => {
  it('finds all of them in themselves, in any order', () => {
    fc.assert(
      fc.property(anyClusters, clusters => {
        const turned = clusters.toReversed().map(mentions => mentions.toReversed())
        const { found, all } = measure(clusters, turned)
        expect(found).toBeCloseTo(all)
        expect(all).toBe(clusters.flat().length)
      }),
    )
  })

  it('finds no more than there is, and nothing on one side alone', () => {
    fc.assert(
      fc.property(anyClusters, anyClusters, (clusters, others) => {
        const [there, back] = [measure(clusters, others), measure(others, clusters)]
        expect(there.found).toBeLessThanOrEqual(there.all + 1e-9)
        expect(there.found === 0).toBe(back.found === 0)
      }),
    )
  })

  it('falls when the other side lacks a mention', () => {
    fc.assert(
      fc.property(anyClusters, fc.nat(11), (clusters, lost) => {
        fc.pre(clusters.flat().includes(lost))
        const others = clusters.map(mentions => mentions.filter(mention => mention !== lost))
        const { found, all } = measure(
          clusters,
          others.filter(({ length }) => length > 0),
        )
        expect(found).toBeLessThan(all)
      }),
    )
  })
})
