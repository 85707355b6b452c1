import { writtenWorkbook } from '../../support/written-workbook.ts'
import { type HostileKind, numbered, repeated, wordOf } from './hostile-kind.ts'

const inline = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const HEADING = `<row r="1">${inline('A1', 'title')}${inline('B1', 'text')}</row>`
/** What stands between the rows and the strings that they share. */
const STRINGS = '\0'

/** A workbook of rows, and the shared strings behind them, as the kinds below write them. */
export function toWorkbook(written: string): Buffer {
  const [rows = '', strings = ''] = written.split(STRINGS)
  return writtenWorkbook(rows, strings === '' ? [] : strings.split('\n'))
}

/** A workbook with a text in its one cell. */
export function inCell(text: string): Buffer {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '\ufffd')
  return writtenWorkbook(`${HEADING}<row r="2">${inline('A2', 'Bridge')}${inline('B2', escaped)}</row>`)
}

/** What only workbooks can carry. */
export const HOSTILE_WORKBOOKS: readonly HostileKind[] = [
  numbered(
    'rows',
    index => `<row r="${index + 2}">${inline(`A${index + 2}`, 'a')}${inline(`B${index + 2}`, 'b c')}</row>`,
    HEADING,
  ),
  repeated('rows of one number', `<row r="2">${inline('A2', 'a')}${inline('B2', 'b c')}</row>`, HEADING),
  repeated('rows without a number', '<row><c t="inlineStr"><is><t>a</t></is></c></row>', HEADING),
  repeated('empty rows', '<row/>', HEADING),
  numbered(
    'rows with a cell in the last column',
    index => `<row r="${index + 2}"><c r="IV${index + 2}"><v>1</v></c></row>`,
    HEADING,
  ),
  repeated('cells of one row', '<c t="inlineStr"><is><t>a</t></is></c>', `${HEADING}<row r="2">`, '</row>'),
  repeated('cells of one name', inline('B2', 'a'), `${HEADING}<row r="2">`, '</row>'),
  repeated('empty cells', '<c/>', `${HEADING}<row r="2">`, '</row>'),
  repeated(
    'runs in a cell',
    '<r><rPr><b/></rPr><t>a </t></r>',
    `${HEADING}<row r="2"><c r="B2" t="inlineStr"><is>`,
    '</is></c></row>',
  ),
  repeated(
    'entities in a cell',
    '&amp;',
    `${HEADING}<row r="2"><c r="B2" t="inlineStr"><is><t>`,
    '</t></is></c></row>',
  ),
  repeated(
    'escapes in a cell',
    '_x000D_',
    `${HEADING}<row r="2"><c r="B2" t="inlineStr"><is><t>`,
    '</t></is></c></row>',
  ),
  repeated('digits in a cell', '1', `${HEADING}<row r="2"><c r="B2"><v>`, '</v></c></row>'),
  repeated('a formula', 'A1+', `${HEADING}<row r="2"><c r="B2" t="str"><f>`, '</f><v>a</v></c></row>'),
  repeated(
    'strings that are shared',
    'a b c\n',
    `${HEADING}<row r="2"><c r="B2" t="s"><v>0</v></c></row>${STRINGS}`,
    'a',
  ),
  numbered(
    'different strings that are shared',
    index => `${wordOf(index)}\n`,
    `${HEADING}<row r="2"><c r="B2" t="s"><v>0</v></c></row>${STRINGS}`,
    'a',
  ),
  numbered(
    'headings',
    index => `<c t="inlineStr"><is><t>${wordOf(index)}</t></is></c>`,
    '<row r="1">',
    `</row>${HEADING.replace('"1"', '"2"')}`,
  ),
  repeated('tags that do not end', '<row r="2"><c r="A2">', HEADING),
  repeated('comments', '<!-- a -->', HEADING),
  repeated('comments that do not end', '<!-- a ', HEADING, '-->'),
  repeated('quotes in a tag', 'a="b" ', `${HEADING}<row r="2" `, '></row>'),
  repeated('marks in quotes', '>', `${HEADING}<row r="2" a="`, '"></row>'),
]
