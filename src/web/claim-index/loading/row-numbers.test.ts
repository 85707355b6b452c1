import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RowNumbers } from './row-numbers.ts'

it('knows the place of each number, and where the others would go, with gaps and without', () => {
  const gapped = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
  const dense = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }))
    .map(([first, length]) => Array.from({ length }, (_, index) => first + index))
  fc.assert(
    fc.property(fc.oneof(gapped, dense), numbers => {
      const sorted = numbers.toSorted((a, b) => a - b)
      const rows = new RowNumbers(Uint32Array.from(sorted))
      expect(rows.length).toBe(sorted.length)
      expect(sorted.map((_, place) => rows.rowidAt(place))).toEqual(sorted)
      for (let rowid = 0; rowid <= 65; rowid++) {
        expect(rows.placeOf(rowid)).toBe(sorted.indexOf(rowid))
        expect(rows.firstFrom(rowid)).toBe(sorted.filter(other => other < rowid).length)
      }
      expect(rows.placeOf(null)).toBe(-1)
    }),
  )
})
