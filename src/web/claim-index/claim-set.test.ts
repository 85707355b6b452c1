import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ClaimSet } from './claim-set.ts'

it('holds what was added to it and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 })), ranks => {
      const set = new ClaimSet(41)
      for (const rank of ranks) set.add(rank)
      for (let rank = 0; rank <= 40; rank++) expect(set.has(rank)).toBe(ranks.includes(rank))
    }),
  )
})
