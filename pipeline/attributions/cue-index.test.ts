import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../src/domain/layers.ts'
import { CueIndex, sharesCue } from './cue-index.ts'

const span = fc
  .tuple(fc.nat(2000), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => ({ start, end: start + length }))
const cue = fc.array(span, { minLength: 1, maxLength: 3 })

describe('CueIndex', () => {
  it('finds the one that a look at all would find first', () => {
    fc.assert(
      fc.property(fc.array(cue), cue, (cues, sought) => {
        const all = cues.map(own => ({ cue: own }) as unknown as Attribution)
        const index = new CueIndex(all)
        const expected = all.find(one => sharesCue(one.cue, sought))
        expect(index.find(sought)).toBe(expected)
        expect(index.has(sought)).toBe(expected !== undefined)
      }),
    )
  })
})
