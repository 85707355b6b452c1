import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planWindows } from './windows.ts'

const plan = (sizes: readonly number[], sentences: ReadonlySet<number>, most = 20, shared = 6) =>
  planWindows(sizes, token => sentences.has(token), { most, shared })

it('reads a short text at once', () => {
  expect(plan([1, 1, 2], new Set([0]))).toEqual([{ from: 0, to: 3, low: 0, high: 3 }])
  expect(plan([], new Set())).toEqual([])
})

it('begins and ends at sentences where they are short enough', () => {
  const starts = [0, 8, 16, 24, 32]
  const windows = plan(Array(40).fill(1), new Set(starts))
  for (const { from, to } of windows) {
    expect([...starts, 40]).toContain(to)
    expect(starts).toContain(from)
  }
})

it('decides every token in one window, in order, reads none too long, and shares little', () => {
  const texts = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 300 }),
    sentences: fc.array(fc.nat(300)),
    most: fc.integer({ min: 10, max: 60 }),
    shared: fc.integer({ min: 0, max: 9 }),
  })
  fc.assert(
    fc.property(texts, ({ sizes, sentences, most, shared }) => {
      const windows = planWindows(sizes, token => sentences.includes(token), { most, shared })
      let decided = 0
      let read = 0
      for (const { from, to, low, high } of windows) {
        expect(low).toBe(decided)
        expect(from).toBeLessThanOrEqual(low)
        expect(low).toBeLessThanOrEqual(high)
        expect(high).toBeLessThanOrEqual(to)
        decided = high
        const pieces = sizes.slice(from, to).reduce((sum, size) => sum + size, 0)
        read += pieces
        expect(pieces).toBeLessThanOrEqual(most + 2 * shared + 24)
      }
      expect(decided).toBe(sizes.length)
      const all = sizes.reduce((sum, size) => sum + size, 0)
      expect(read).toBeLessThanOrEqual(all + windows.length * 2 * shared)
    }),
  )
})
