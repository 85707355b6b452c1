import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { LineIndex } from './line-index.ts'

it('counts lines and columns from 1, in code points', () => {
  const lines = new LineIndex('one\n😀 two\r\nthree')
  expect(lines.at({ start: 0, end: 3 })).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 })
  expect(lines.at({ start: 6, end: 9 })).toEqual({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 })
  expect(lines.at({ start: 6, end: 16 })).toMatchObject({ endLine: 3, endColumn: 6 })
})

it('names the place that an editor would go to', () => {
  const pieces = fc.constantFrom('a', ' ', '\n', '\r\n', '😀', '“', 'é')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(), fc.nat(), (parts, one, other) => {
      const text = parts.join('')
      const cut = new CodePointText(text)
      const [start, end] = [one % (cut.length + 1), other % (cut.length + 1)].toSorted((a, b) => a - b) as [
        number,
        number,
      ]
      const place = new LineIndex(text).at({ start, end })
      const rows = text.split('\n').map(row => [...row])
      const before = (line: number, column: number) =>
        rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1
      expect(before(place.startLine, place.startColumn)).toBe(start)
      expect(before(place.endLine, place.endColumn)).toBe(end)
    }),
  )
})
