import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DecidedRows, decidePeople } from './decide-people.ts'

const decide = (persons: readonly number[], ...decisions: readonly DecidedRows[]) => [
  ...decidePeople(Uint32Array.from(persons), decisions),
]
const same = (row: number, other: number): DecidedRows => ({ row, other, isSame: true })
const apart = (row: number, other: number): DecidedRows => ({ row, other, isSame: false })

it.each<[string, readonly number[], readonly DecidedRows[], readonly number[]]>([
  ['nothing decided', [0, 1, 0], [], [0, 1, 0]],
  ['all rows of two people who are one', [0, 1, 0, 1, 2], [same(3, 0)], [0, 0, 0, 0, 1]],
  ['one row of somebody apart', [0, 0, 0, 1], [apart(1, 0)], [0, 1, 0, 2]],
  ['who is another person already', [0, 1], [apart(1, 0)], [0, 1]],
  ['what was decided last', [0, 0], [apart(1, 0), same(0, 1)], [0, 0]],
  ['somebody who goes from one person to another', [0, 0, 1], [apart(1, 0), same(1, 2)], [0, 1, 1]],
])('leaves %s', (_, persons, decisions, expected) => {
  expect(decide(persons, ...decisions)).toEqual(expected)
})

it('does as decided of two, and moves nobody who was not decided about', () => {
  const rows = fc.nat(11)
  const decisions = fc.array(fc.record({ row: rows, other: rows, isSame: fc.boolean() }), { maxLength: 12 })
  const persons = fc.array(fc.nat(4), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(persons, decisions, (before, all) => {
      const meant = all.filter(({ row, other }) => row !== other)
      const after = decide(before, ...meant)
      const last = meant.at(-1)
      if (last !== undefined) expect(after[last.row] === after[last.other]).toBe(last.isSame)
      const touched = new Set(meant.flatMap(({ row, other }) => [before[row], before[other]]))
      for (const [row, person] of before.entries())
        for (const [other, theirs] of before.entries())
          if (!touched.has(person) && !touched.has(theirs)) expect(after[row] === after[other]).toBe(person === theirs)
      if (meant.length > 0) expect([...new Set(after)]).toEqual([...new Set(after)].map((_, number) => number))
    }),
  )
})
