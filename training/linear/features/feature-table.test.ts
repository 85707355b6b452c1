import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dictionary, FeatureTable, IntegerList } from './feature-table.ts'

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })

describe('FeatureTable', () => {
  it('numbers hashes in the order they come, however many', () => {
    const table = new FeatureTable()
    const hashes = Array.from({ length: 100_000 }, (_, i) => Math.imul(i, 0x9e3779b1))
    expect(hashes.map(one => table.add(one))).toEqual(hashes.map((_, i) => i))
    expect(hashes.every((one, i) => table.indexOf(one) === i)).toBe(true)
    expect(table.indexOf(0x7fffffff)).toBe(-1)
  })
})

describe('Dictionary', () => {
  it('never loses a feature that is frequent enough', () => {
    fc.assert(
      fc.property(fc.array(hash, { minLength: 1, maxLength: 40 }), hashes => {
        const dictionary = new Dictionary(2, 12)
        for (const one of [...hashes, ...hashes]) dictionary.count(one)
        for (const one of hashes) expect(dictionary.number(one)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('leaves out what is rare', () => {
    const dictionary = new Dictionary(3, 20)
    for (const one of [5, 5, 8]) dictionary.count(one)
    expect(dictionary.number(5)).toBe(-1)
    expect(dictionary.size).toBe(0)
  })
})

describe('IntegerList', () => {
  it('keeps everything that was pushed', () => {
    const list = new IntegerList()
    for (let i = 0; i < 200_000; i += 1) list.push(i)
    expect(list.length).toBe(200_000)
    expect(list.toArray().every((value, i) => value === i)).toBe(true)
  })
})
