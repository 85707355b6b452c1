import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CUTS, planWindows } from './windows.ts'

const plan = (sizes: readonly number[], sentences: readonly number[], paragraphs: readonly number[] = [], most = 20) =>
  planWindows(
    sizes,
    token => (paragraphs.includes(token) ? CUTS.paragraph : sentences.includes(token) ? CUTS.sentence : CUTS.word),
    most,
  )

const ones = (count: number) => Array<number>(count).fill(1)

it('reads a short text at once', () => {
  expect(plan([1, 1, 2], [0])).toEqual([{ from: 0, to: 3 }])
  expect(plan([], [])).toEqual([])
})

it('cuts at sentences where they are short enough, into about even parts', () => {
  expect(plan(ones(24), [0, 4, 8, 12, 16, 20])).toEqual([
    { from: 0, to: 12 },
    { from: 12, to: 24 },
  ])
})

it('cuts at a paragraph that begins near by rather than at a sentence', () => {
  expect(plan(ones(24), [0, 4, 8, 12, 16, 20], [10])).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 24 },
  ])
  // Far from the middle it would leave too little on one side.
  expect(plan(ones(24), [0, 4, 8, 12, 16, 20], [3])[0]).toEqual({ from: 0, to: 12 })
})

it('reads every token in one window, in order, none too long', () => {
  const texts = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 300 }),
    sentences: fc.array(fc.nat(300)),
    paragraphs: fc.array(fc.nat(300), { maxLength: 9 }),
    most: fc.integer({ min: 10, max: 60 }),
  })
  fc.assert(
    fc.property(texts, ({ sizes, sentences, paragraphs, most }) => {
      const windows = plan(sizes, sentences, paragraphs, most)
      let read = 0
      for (const { from, to } of windows) {
        expect(from).toBe(read)
        expect(to).toBeGreaterThan(from)
        read = to
        const pieces = sizes.slice(from, to).reduce((sum, size) => sum + size, 0)
        expect(to - from === 1 || pieces <= most).toBe(true)
      }
      expect(read).toBe(sizes.length)
      // No more windows than a reading would need that fills but the least share of each.
      const all = sizes.reduce((sum, size) => sum + size, 0)
      expect(windows.length).toBeLessThanOrEqual(Math.ceil(all / Math.max(1, 0.375 * most - 24)) + 1)
    }),
  )
})
