import { describe, expect, it } from 'vitest'
import type { Judged } from './overlap.ts'
import { resolveOverlaps } from './overlap.ts'

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

  it('rejects what is improbable and what has no content, and says so', () => {
    const judged = [judge(0.2, [1], [2]), judge(0.8, [5], [])]
    const { accepted, rejected } = resolveOverlaps(judged, 0.3)
    expect(accepted).toEqual([])
    expect(rejected).toHaveLength(2)
    expect(rejected.every(({ reason }) => reason.endsWith('.'))).toBe(true)
  })

  it('keeps attributions in text order, nested ones too', () => {
    const { accepted } = resolveOverlaps([judge(0.9, [20], [22]), judge(0.8, [2], [4, 20, 22])], 0.3)
    expect(accepted.map(({ proposal }) => proposal.trigger)).toEqual([2, 20])
  })
})
