import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cell, encodeCells, encodeHead, encodeRow, type Reals, withoutNul } from './canonical-form.ts'
import { crcOf } from './crc.ts'
import { GrowingBytes, RowBytes, type RowForm } from './row-bytes.ts'

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

const formOf = (cells: number, firstCells = cells, reals: Reals = new Set()): RowForm => ({
  head: toBytes(encodeHead('claim', cells)),
  reals,
  later: firstCells === cells ? null : { firstCells, head: toBytes(encodeHead('claim', firstCells)) },
})

it('writes rows as their canonical form has them, in the order of their bytes', () => {
  fc.assert(
    fc.property(anyRows, rows => {
      const head = encodeHead('claim', rows[0]?.length ?? 0)
      const expected = rows.map(row => toBytes(encodeRow('claim', row))).toSorted(Buffer.compare)
      table.fill(formOf(rows[0]?.length ?? 0), rows)
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

it('writes a row that says nothing in later columns as it was before they came', () => {
  const anyLater = fc.option(anyCell, { nil: null, freq: 1 })
  const later = fc.array(fc.tuple(anyCell, anyCell, anyLater, anyLater), { maxLength: 12 })
  fc.assert(
    fc.property(later, rows => {
      const said = rows.map(row => row.slice(0, row[2] === null && row[3] === null ? 2 : 4))
      const encoded = said.map(row => ({
        row: toBytes(encodeRow('claim', row)),
        cells: encodeCells(row.map(withoutNul)),
      }))
      const expected = encoded.toSorted((a, b) => Buffer.compare(a.row, b.row))
      table.fill(formOf(4, 2), rows)
      written.begin(new Uint8Array())
      table.copyTo(written)
      expect(written.bytes.equals(Buffer.concat(expected.map(({ row }) => row)))).toBe(true)
      const sums: number[] = []
      table.addSums(sums)
      expect(sums).toEqual(expected.map(({ cells }) => crc32(cells) & 0xff))
    }),
    { numRuns: 200 },
  )
})

it('writes real numbers where the column holds such', () => {
  table.fill(formOf(2, 2, new Set([1])), [[1, 0.25]])
  written.begin(new Uint8Array())
  table.copyTo(written)
  expect(String(written.bytes)).toBe(encodeRow('claim', [1, 0.25], new Set([1])))
  expect(() => table.fill(formOf(1), [[0.5]])).toThrow(RangeError)
})

it('reckons CRC-32 as zlib does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(8), (bytes, start) => {
      const from = Math.min(start, bytes.length)
      expect(crcOf(bytes, from, bytes.length) >>> 0).toBe(crc32(bytes.subarray(from)))
    }),
  )
})
