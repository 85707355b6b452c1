import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWeights, decodeAscending, encodeAscending, packWeights, spreadWeights } from './weights.ts'

const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const hashes = fc.uniqueArray(
  integer.filter(hash => hash !== 0 && hash !== 1),
  { minLength: 1, maxLength: 200 },
)

describe('a weight table', () => {
  it.each([1, 2, 4, 16])('gives back what was packed, to half a step (width %i)', width => {
    fc.assert(
      fc.property(hashes, fc.integer({ min: 1, max: 99 }), (all, seed) => {
        const weights = Float32Array.from(
          all.flatMap((_, i) => Array.from({ length: width }, (_, y) => wave(seed, i, y))),
        )
        const table = spreadWeights(packWeights(Int32Array.from(all), weights, width, 0))
        const sums = new Int32Array(width)
        for (const [i, hash] of all.entries()) {
          sums.fill(0)
          addWeights(table, Int32Array.of(hash), 1, sums, 0)
          for (let y = 0; y < width; y += 1) {
            const error = Math.abs((sums[y] as number) * table.scale - (weights[i * width + y] as number))
            expect(error).toBeLessThanOrEqual(table.scale * 0.5001)
          }
        }
      }),
    )
  })

  it('adds nothing for a feature that it does not hold', () => {
    const table = spreadWeights(packWeights(Int32Array.of(5, 9), Float32Array.of(1, -1), 1, 0))
    const sums = new Int32Array(1)
    addWeights(table, Int32Array.of(7, 1 << 20, -3), 3, sums, 0)
    expect(sums[0]).toBe(0)
  })

  it('leaves out features whose weights are all small', () => {
    const packed = packWeights(Int32Array.of(5, 9, 11), Float32Array.of(0.01, 0.01, 0.5, 0, 0, -0.2), 2, 0.1)
    expect([...packed.hashes]).toEqual([9, 11])
  })
})

describe('ascending hashes', () => {
  it('survive being written as steps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(integer), values => {
        const sorted = Int32Array.from(values).sort()
        expect(decodeAscending(encodeAscending(sorted), sorted.length)).toEqual(sorted)
      }),
    )
  })
})

function wave(seed: number, i: number, y: number): number {
  return Math.sin(seed * 12.9898 + i * 78.233 + y * 37.719) * 1.4
}
