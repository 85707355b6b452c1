import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { UnlinkedAttribution } from '../found.ts'
import { linkParents } from './link-parents.ts'

const at = (start: number, end: number) => ({ start, end })
const one = (cue: [number, number], content: [number, number][]): UnlinkedAttribution => ({
  cue: [at(...cue)],
  cueLemma: 'say',
  source: [],
  content: content.map(span => at(...span)),
  addressee: [],
  act: 'statement',
  confidence: 0.9,
  evidence: [],
})
const parentsOf = (...attributions: UnlinkedAttribution[]) => linkParents(attributions).map(({ parent }) => parent)

it('links to the smallest content that holds the cue', () => {
  expect(parentsOf(one([0, 5], [[6, 60]]), one([10, 15], [[16, 50]]), one([20, 25], [[26, 40]]))).toEqual([null, 0, 1])
})

it('links nothing whose cue is only partly inside', () => {
  expect(parentsOf(one([0, 5], [[6, 12]]), one([10, 15], [[16, 18]]))).toEqual([null, null])
})

it('makes nobody the child of a shorter content', () => {
  const cues = parentsOf(one([30, 35], [[0, 20]]), one([10, 15], [[21, 60]]))
  expect(cues).toEqual([1, null])
})

it('never makes a circle', () => {
  const place = fc.integer({ min: 0, max: 12 })
  const span = fc
    .tuple(place, fc.integer({ min: 1, max: 8 }))
    .map(([start, length]): [number, number] => [start, start + length])
  const contents = fc.array(span, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(place, contents), { maxLength: 8 }), pairs => {
      const parents = parentsOf(...pairs.map(([cue, content]) => one([cue, cue + 1], content)))
      for (const i of parents.keys()) {
        let steps = 0
        for (let at: number | null | undefined = i; at !== null && at !== undefined; at = parents[at]) {
          steps += 1
          expect(steps).toBeLessThanOrEqual(parents.length)
        }
      }
    }),
  )
})
