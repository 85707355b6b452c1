import { expect, it } from 'vitest'
import { toSearchQuery, toSearchVector } from './tsvector.ts'

it('writes the words of a text with all their places', () => {
  expect(toSearchVector('Tariffs, Élysée tariffs')).toBe("'tariffs':1,3 'elysee':2")
  expect(toSearchVector('“…”')).toBe('')
})

it('keeps within what a vector holds', () => {
  const text = Array.from({ length: 200_000 }, (_, index) => `word${index % 150_000}`).join(' ')
  const vector = toSearchVector(`${'x'.repeat(5_000)} ${'the '.repeat(1_000)} ${text}`)
  expect(vector.length).toBeLessThan(2_000_000)
  expect(vector.startsWith(`'${'x'.repeat(500)}':1 'the':2,3,4,`)).toBe(true)
  expect(vector).toContain(",257 'word0':1002 ")
  expect(vector).toMatch(/'word15381':16383 'word15382' /)
})

it.each([
  ['trade "shared values" tariff*', "('trade') & ('shared' <-> 'values') & ('tariff':*)"],
  ['U.S.', "('u' <-> 's')"],
  ["it's*", "('it' <-> 's':*)"],
  ['a AND "b', "('a') & ('and') & ('b')"],
  ["x' | !y:*", "('x') & ('y':*)"],
  ['“ ”', null],
  ['', null],
])('understands the search %s', (search, query) => {
  expect(toSearchQuery(search)).toBe(query)
})
