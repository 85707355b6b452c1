import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, encodeCell, encodeRow } from './canonical-form.ts'

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.string({ unit: 'binary' }).map(text => text.toWellFormed().replaceAll('\0', '')),
  fc.constantFrom('', 'n;', 'i1;', 't1:a', 'r0000000000000000;', '😀', 'naïf'),
)
const anyRow = fc.tuple(fc.constantFrom('claim', 'claim_span', ''), fc.array(anyCell, { maxLength: 6 }))

describe('the canonical form', () => {
  it.each<[string, Cell, boolean, string]>([
    ['nothing', null, false, 'n;'],
    ['a whole number', 42, false, 'i42;'],
    ['less than nothing', -7, false, 'i-7;'],
    ['no less than nothing', -0, false, 'i0;'],
    ['the largest', Number.MAX_SAFE_INTEGER, false, 'i9007199254740991;'],
    ['beyond what is exact', 1e21, false, 'i1000000000000000000000;'],
    ['a real number', 0.5, true, 'r3fe0000000000000;'],
    ['a real number without fractions', 1, true, 'r3ff0000000000000;'],
    ['a text', 'abc', false, 't3:abc'],
    ['a text of other letters', 'naïf 😀', false, 't10:naïf 😀'],
    ['an empty text', '', false, 't0:'],
    ['half a character', '\ud83d', false, 't3:\ud83d'],
    ['U+0000', 'a\0b', false, 't5:a\ufffdb'],
  ])('of %s', (_, cell, isReal, form) => {
    expect(encodeCell(cell, isReal)).toBe(form)
  })

  it('is that of no other row', () => {
    fc.assert(
      fc.property(anyRow, anyRow, ([table, cells], [otherTable, otherCells]) => {
        const isSame = JSON.stringify([table, cells]) === JSON.stringify([otherTable, otherCells])
        expect(encodeRow(table, cells) === encodeRow(otherTable, otherCells)).toBe(isSame)
      }),
    )
  })

  it('of rows in a row can be parted in one way', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), rows => {
        const encoded = Buffer.from(rows.map(([table, cells]) => encodeRow(table, cells)).join(''))
        expect(decodeRows(encoded)).toEqual(rows)
      }),
    )
  })

  it('takes no fraction for a whole number', () => {
    expect(() => encodeCell(0.5)).toThrow(RangeError)
  })
})

function decodeRows(bytes: Buffer): [string, Cell[]][] {
  const rows: [string, Cell[]][] = []
  let at = 0
  const next = (): Cell => {
    const kind = String.fromCharCode(bytes[at] as number)
    const end = bytes.indexOf(kind === 't' ? ':' : ';', at)
    const number = Number(bytes.toString('utf8', at + 1, end))
    at = end + 1
    if (kind === 'n') return null
    if (kind === 'i') return number
    const text = bytes.toString('utf8', at, at + number)
    at += number
    return text
  }
  while (at < bytes.length) {
    const table = next() as string
    rows.push([table, Array.from({ length: next() as number }, next)])
  }
  return rows
}
