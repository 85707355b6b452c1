import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areOneTyped } from './spelling.ts'

it.each([
  ['chained', 'chaind', true],
  ['chained', 'chanied', true],
  ['Orlenmouth', 'Orlemnouht', true],
  ['would', 'could', false],
  ['likely', 'unlikely', false],
  ['chain7', 'chain8', false],
  ['obu', 'obo', false],
  ['chained', 'chianned', false],
])('takes %s and %s for one word: %s', (one, other, expected) => {
  expect(areOneTyped(one, other)).toBe(expected)
})

it('counts letters as the whole table of all beginnings does', () => {
  const anyWord = fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 4, maxLength: 11 }).map(list => list.join(''))
  fc.assert(
    fc.property(anyWord, anyWord, (one, other) => {
      const isShort = Math.min(one.length, other.length) < 8
      expect(areOneTyped(one, other)).toBe(countLetters(one, other) <= (isShort ? 1 : 2))
    }),
    { numRuns: 2000 },
  )
})

/** Of every beginning of both, in the plainest way. */
function countLetters(one: string, other: string): number {
  const table = new Map<string, number>()
  const at = (a: number, b: number): number => table.get(`${a} ${b}`) ?? Number.POSITIVE_INFINITY
  for (let a = 0; a <= one.length; a++)
    for (let b = 0; b <= other.length; b++) {
      const isSame = one[a - 1] === other[b - 1]
      const isExchanged = a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1]
      const least = Math.min(
        at(a - 1, b) + 1,
        at(a, b - 1) + 1,
        at(a - 1, b - 1) + (isSame ? 0 : 1),
        isExchanged ? at(a - 2, b - 2) + 1 : Number.POSITIVE_INFINITY,
      )
      table.set(`${a} ${b}`, a === 0 && b === 0 ? 0 : least)
    }
  return at(one.length, other.length)
}
