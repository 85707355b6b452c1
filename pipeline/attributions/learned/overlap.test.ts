import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judged } from './overlap.ts'
import { parentsOf, resolveOverlaps } from './overlap.ts'

function judge(probability: number, cue: number[], content: number[]): Judged {
  const labels = new Uint8Array(0)
  const analysis = { trigger: cue[0] as number, window: { from: 0, to: 0 }, labels, logProbability: 0, rank: 0 }
  const words = { trigger: cue[0] as number, score: 0, analysis, source: [], cue, content }
  return { probability, proposal: { ...words, features: new Float32Array(0), choice: [] } }
}

describe('resolveOverlaps', () => {
  it('keeps the surer of two readings of one cue', () => {
    const { accepted, rejected } = resolveOverlaps([judge(0.6, [3, 4], [6, 7]), judge(0.9, [4], [6, 7, 8])], 0.3)
    expect(accepted.map(({ probability }) => probability)).toEqual([0.9])
    expect(rejected.map(({ reason }) => reason)).toEqual(['A surer attribution holds the same cue (this one: 0.60).'])
  })

  it('rejects what is improbable, what has no content and what a rule has taken, and says so', () => {
    const judged = [judge(0.2, [1], [2]), judge(0.8, [5], []), judge(0.8, [9], [10])]
    const { accepted, rejected } = resolveOverlaps(judged, 0.3, new Set([9]))
    expect(accepted).toEqual([])
    expect(rejected).toHaveLength(3)
    expect(rejected.every(({ reason }) => reason.endsWith('.'))).toBe(true)
  })

  it('keeps attributions in text order, nested ones too', () => {
    const { accepted } = resolveOverlaps([judge(0.9, [20], [22]), judge(0.8, [2], [4, 20, 22])], 0.3)
    expect(accepted.map(({ proposal }) => proposal.trigger)).toEqual([2, 20])
  })
})

describe('parentsOf', () => {
  it('is the smallest content that holds the cue', () => {
    const all = [judge(1, [1], [3, 4, 5, 6, 7, 8]), judge(1, [4], [5, 6, 7]), judge(1, [6], [7])]
    expect(parentsOf(all)).toEqual([null, 0, 1])
  })

  it('never makes a circle', () => {
    const word = fc.integer({ min: 0, max: 12 })
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8 }).map(all => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(fc.tuple(word, words), { maxLength: 8 }), pairs => {
        const all = pairs.map(([cue, content]) => judge(1, [cue], content))
        const parents = parentsOf(all)
        for (let i: number | null | undefined = 0, steps = 0; i !== null && i !== undefined; i = parents[i]) {
          steps += 1
          expect(steps).toBeLessThanOrEqual(all.length + 1)
        }
      }),
    )
  })
})
