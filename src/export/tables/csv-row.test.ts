import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsvRow } from './csv-row.ts'

it.each([
  [['a', 1, true, null, 0.5], 'a,1,true,,0.5\r\n'],
  [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
  [['=1+1', '+1', '-1', '@sum', '\ttab', '\rreturn', '\0nul'], `'=1+1,'+1,'-1,'@sum,'\ttab,"'\rreturn",'\0nul\r\n`],
  [['＝1', '＋1', '－1', '＠a', '\n=1'], `'＝1,'＋1,'－1,'＠a,"'\n=1"\r\n`],
  [['a=1', '1-2', ''], 'a=1,1-2,\r\n'],
  [[-1], '-1\r\n'],
])('%j becomes a line', (cells, line) => {
  expect(toCsvRow(cells)).toBe(line)
})

it('can be read back by any reader of RFC 4180', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '=x', '＠x', 'a"b', ' '))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), cells => {
      const safe = cells.map(cell => (/^[=+\-@＝＋－＠\t\r\n\0]/.test(cell) ? `'${cell}` : cell))
      expect(readCsvLine(toCsvRow(cells))).toEqual(safe)
    }),
  )
})

/** A reader of one line by the grammar of RFC 4180. */
function readCsvLine(line: string): string[] {
  expect(line.endsWith('\r\n')).toBe(true)
  const cells: string[] = []
  let rest = `${line.slice(0, -2)},`
  while (rest !== '') {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*)),/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`no cell of RFC 4180: ${rest}`)
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    rest = rest.slice(whole.length)
  }
  return cells
}
