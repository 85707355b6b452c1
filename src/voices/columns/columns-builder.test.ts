import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proofSize } from '../../../test/support/proof-size.ts'
import { NAMINGS, SOURCE_KINDS } from '../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import { readLabelCode, VOICE_DIGITS } from '../../store/rows/voice-label-code.ts'
import { ArticleIdsBuilder } from './article-ids.ts'
import { NumberColumnBuilder } from './number-column.ts'
import { RowPlaces } from './row-places.ts'

const numRuns = proofSize(50, 500)

it('a column of numbers holds what was set, however large it is', () => {
  const number = fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(2 ** 32 - 1))
  fc.assert(
    fc.property(fc.array(number), numbers => {
      const builder = new NumberColumnBuilder(numbers.length)
      for (const [row, value] of numbers.entries()) builder.set(row, value)
      expect([...builder.values]).toEqual(numbers)
    }),
    { numRuns },
  )
})

it('a row is found at its place, whether rowids are near one another or far apart', () => {
  const rowids = fc.oneof(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.uniqueArray(fc.nat(2 ** 32 - 1)))
  fc.assert(
    fc.property(rowids, fc.nat(70), (all, other) => {
      const places = new RowPlaces(Uint32Array.from(all))
      for (const [place, rowid] of all.entries()) expect(places.placeOf(rowid)).toBe(place)
      expect(places.placeOf(other)).toBe(all.indexOf(other))
      expect(places.placeOf(null)).toBe(-1)
    }),
    { numRuns },
  )
})

it('ids of articles are put in order, and found', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'01ef'), minLength: length, maxLength: length })
  // Many that begin alike: they have to be told apart by what comes behind.
  const id = fc.oneof(
    digits(64),
    digits(2).map(end => `${'0'.repeat(62)}${end}`),
  )
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 300 }), id, (all, other) => {
      const builder = new ArticleIdsBuilder()
      for (const one of all) builder.add(one)
      const { ids, order } = builder.build()
      const sorted = all.toSorted()
      expect(sorted.map((_, place) => ids.at(place))).toEqual(sorted)
      expect(Array.from(order, at => all[at])).toEqual(sorted)
      for (const [place, one] of sorted.entries()) expect(ids.placeOf(one)).toBe(place)
      expect(ids.placeOf(other)).toBe(sorted.indexOf(other))
      expect(ids.placeOf('abc')).toBe(-1)
    }),
    { numRuns },
  )
})

it('labels are read from the number that stands for them', () => {
  const sizes = [SOURCE_KINDS, NAMINGS, GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS].map(({ length }) => length)
  const digits = fc.tuple(...[...sizes, 2, 2, 2].map(size => fc.nat(size - 1)))
  fc.assert(
    fc.property(digits, given => {
      const weights = [...sizes, 2, 2, 2].map((_, at, all) =>
        all.slice(0, at).reduce((product, size) => product * size, 1),
      )
      const code = given.reduce((sum, digit, at) => sum + digit * (weights[at] as number), 0)
      expect(VOICE_DIGITS.map(name => readLabelCode(code)[name])).toEqual(given)
    }),
    { numRuns },
  )
})
