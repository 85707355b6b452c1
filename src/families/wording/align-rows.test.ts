import { diffArrays } from 'diff'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignRows } from './align-rows.ts'
import type { SharedRun } from './shared-run.ts'

const anyRow = fc.array(fc.constantFrom('ferry', 'sank', 'off', 'Orlenmouth', 'not', 'crew'), { maxLength: 24 })

it('takes the way that jsdiff takes, and none where that gives up', () => {
  fc.assert(
    fc.property(anyRow, anyRow, fc.constantFrom(4, 400), (one, other, most) => {
      expect(alignRows(one, other, most)).toEqual(runsOfJsdiff(one, other, most))
    }),
    { numRuns: 1000 },
  )
})

function runsOfJsdiff(one: string[], other: string[], most: number): SharedRun[] {
  const runs: SharedRun[] = []
  let [a, b] = [0, 0]
  for (const { added, removed, count } of diffArrays(one, other, { maxEditLength: most }) ?? []) {
    if (!added && !removed) runs.push([a, b, count])
    if (!added) a += count
    if (!removed) b += count
  }
  return runs
}
