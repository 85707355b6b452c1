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

it('takes in ranges and others, and keeps what both hold', () => {
  const ranks = fc.array(fc.integer({ min: 0, max: 40 }))
  const range = fc.tuple(fc.integer({ min: 0, max: 41 }), fc.integer({ min: 0, max: 41 }))
  fc.assert(
    fc.property(ranks, range, ranks, (some, [start, end], others) => {
      const [one, other, both] = [new ClaimSet(41), new ClaimSet(41), new ClaimSet(41)]
      for (const rank of some) one.add(rank)
      one.addRange(start, end)
      for (const rank of others) other.add(rank)
      both.addAll(one)
      both.keepAll(other)
      one.addAll(other)
      for (let rank = 0; rank <= 40; rank++) {
        const isInOne = some.includes(rank) || (rank >= start && rank < end)
        expect(one.has(rank)).toBe(isInOne || others.includes(rank))
        expect(both.has(rank)).toBe(isInOne && others.includes(rank))
      }
    }),
  )
})
