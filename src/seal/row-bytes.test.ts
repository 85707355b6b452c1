import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cell, encodeHead, encodeRow } from './canonical-form.ts'
import { crcOf } from './crc.ts'
import { GrowingBytes, RowBytes } from './row-bytes.ts'

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.nat(2_000),
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 70, maxLength: 120 }),
  fc.constantFrom('', 'a\0b', '\ud83d', 'naïf', 'x'.repeat(30_000), `“${'y'.repeat(90)}”`, -0, 1e21, 999_999_999, 1e9),
)
const anyRows = fc.tuple(fc.nat(4), fc.boolean()).chain(([cells, isAlike]) =>
  fc.array(
    fc
      .array(anyCell, { minLength: cells, maxLength: cells })
      .map(row => (isAlike && cells > 0 ? row.with(0, 'same') : row)),
    { maxLength: 12 },
  ),
)

const table = new RowBytes()
const written = new GrowingBytes()

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'utf8')
}

it('writes rows as their canonical form has them, in the order of their bytes', () => {
  fc.assert(
    fc.property(anyRows, rows => {
      const head = encodeHead('claim', rows[0]?.length ?? 0)
      const expected = rows.map(row => toBytes(encodeRow('claim', row))).toSorted(Buffer.compare)
      table.fill(toBytes(head), rows)
      written.begin(new Uint8Array())
      table.copyTo(written)
      expect(written.bytes.equals(Buffer.concat(expected))).toBe(true)
      const sums: number[] = []
      table.addSums(sums)
      expect(sums).toEqual(expected.map(row => crc32(row.subarray(head.length)) & 0xff))
    }),
    { numRuns: 300 },
  )
})

it('writes real numbers where the column holds such', () => {
  table.fill(toBytes(encodeHead('claim', 2)), [[1, 0.25]], new Set([1]))
  written.begin(new Uint8Array())
  table.copyTo(written)
  expect(String(written.bytes)).toBe(encodeRow('claim', [1, 0.25], new Set([1])))
  expect(() => table.fill(new Uint8Array(), [[0.5]])).toThrow(RangeError)
})

it('reckons CRC-32 as zlib does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(8), (bytes, start) => {
      const from = Math.min(start, bytes.length)
      expect(crcOf(bytes, from, bytes.length) >>> 0).toBe(crc32(bytes.subarray(from)))
    }),
  )
})
