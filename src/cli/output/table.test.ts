import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellWidth, fitCell } from './cell-width.ts'
import { formatTable } from './table.ts'

const plain = (_style: unknown, text: string) => text

interface Row {
  readonly name: string
  readonly count: number
}
const columns = [
  { heading: 'name', cell: ({ name }: Row) => name, share: 1 },
  { heading: 'count', cell: ({ count }: Row) => count, alignRight: true },
]

describe('formatTable', () => {
  it('aligns columns, numbers to the right', () => {
    const rows = [
      { name: 'Ada', count: 7 },
      { name: 'Ingrid', count: 12 },
    ]
    expect(formatTable({ rows, columns }, 80, plain)).toEqual(['name    count', 'Ada         7', 'Ingrid     12'])
  })

  it('is the heading alone without rows', () => {
    expect(formatTable({ rows: [], columns }, 80, plain)).toEqual(['name  count'])
  })

  it('gives room that one column does not need to the others', () => {
    const wide = [
      { heading: 'a', cell: () => 'x', share: 1 },
      { heading: 'b', cell: () => 'y'.repeat(37), share: 1 },
    ]
    expect(formatTable({ rows: [{}], columns: wide }, 40, plain)[1]).toBe(`x  ${'y'.repeat(37)}`)
  })

  it('never gets wider than it may, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1 }), names => {
        const rows = names.map(name => ({ name, count: 1 }))
        for (const line of formatTable({ rows, columns }, 40, plain)) expect(cellWidth(line)).toBeLessThanOrEqual(40)
      }),
    )
  })
})

describe('fitCell', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['abcdef', 4, 'abc…'],
    ['習近平说', 5, '習近…'],
    ['習近平', 4, '習… '],
    ['e\u0301te\u0301', 4, 'e\u0301te\u0301 '],
  ])('fits %j into %i columns', (text, width, fitted) => {
    expect(fitCell(text, width)).toBe(fitted)
    expect(cellWidth(fitted)).toBe(width)
  })
})
