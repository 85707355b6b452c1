import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LOGITS, readTagged, TAGGED, type Tag } from './tagged.ts'

/** Logits of tokens that are surely outside but for what is given: `B` begins, `I` goes on. */
function logitsOf(length: number, tags: Partial<Record<Tag, string>>): Float32Array {
  const logits = new Float32Array(length * LOGITS)
  for (const [k, tag] of TAGGED.entries())
    for (let token = 0; token < length; token += 1) {
      const state = 'OBI'.indexOf(tags[tag]?.[token] ?? 'O')
      logits[token * LOGITS + k * 3 + state] = 9
    }
  return logits
}

it('reads spans that begin and go on', () => {
  const found = readTagged(logitsOf(5, { person: 'BIOBB' }))
  expect(found.map(({ tag, from, to }) => [tag, from, to])).toEqual([
    ['person', 0, 2],
    ['person', 3, 4],
    ['person', 4, 5],
  ])
})

it('reads a span that goes on without having begun', () => {
  expect(readTagged(logitsOf(3, { person: 'BII' }), new Set([1]))).toMatchObject([
    { from: 0, to: 1 },
    { from: 1, to: 3 },
  ])
  expect(readTagged(logitsOf(3, { place: 'OII' }))).toMatchObject([{ tag: 'place', from: 1, to: 3 }])
})

it('reads a place inside a body, the longer one first', () => {
  const found = readTagged(logitsOf(3, { organisation: 'BII', place: 'OOB' }))
  expect(found.map(({ tag, from, to }) => [tag, from, to])).toEqual([
    ['organisation', 0, 3],
    ['place', 2, 3],
  ])
})

it('gives spans within the text, in order, of each tag apart from one another', () => {
  const rows = fc.array(fc.float({ noNaN: true, min: -20, max: 20 }), { minLength: LOGITS, maxLength: LOGITS })
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 30 }), all => {
      const found = readTagged(Float32Array.from(all.flat()))
      expect(found.toSorted((a, b) => a.from - b.from || b.to - a.to)).toEqual(found)
      for (const tag of TAGGED) {
        let last = 0
        for (const { from, to, probability } of found.filter(one => one.tag === tag)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(all.length)
          expect(probability).toBeGreaterThan(0.3)
          last = to
        }
      }
    }),
  )
})
