import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PositionIndex } from './position-index.ts'

it('finds whatever covers a position, in order, each once', () => {
  const range = fc.tuple(fc.nat(2000), fc.nat(900))
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), fc.nat(2500), (ranges, position) => {
      const index = new PositionIndex()
      for (const [i, [start, length]] of ranges.entries()) index.add(i, start, start + length)
      const found = index.around(position)
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
      for (const [i, [start, length]] of ranges.entries())
        if (start <= position && position < start + length) expect(found).toContain(i)
    }),
  )
})

it('passes over what lies far away', () => {
  const index = new PositionIndex()
  index.add(0, 0, 10)
  index.add(1, 100_000, 100_010)
  expect(index.around(100_005)).toEqual([1])
})
