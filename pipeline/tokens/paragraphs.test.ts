import { expect, it } from 'vitest'
import { splitParagraphs } from './paragraphs.ts'

const wordsOf = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end))

it('takes every line for a paragraph', () => {
  expect(wordsOf('One.\nTwo.\n\n  Three. \n')).toEqual(['One.', 'Two.', 'Three.'])
})

it('takes a line that a speaker or a signature opens for a paragraph, however long the one above is', () => {
  const lines = ['Our systems are down, and so are our lamps.', '— Ann Lee, Selby']
  expect(splitParagraphs(lines.join('\n'))).toHaveLength(2)
  expect(splitParagraphs('Q: How did you ever get started in this?\nA: By chance.')).toHaveLength(2)
})

it('keeps CRLF, form feeds and Unicode line separators out of paragraphs', () => {
  expect(wordsOf('One.\r\n\r\nTwo.\fThree.\u2028Four.')).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
})

it('joins lines that were wrapped to a width', () => {
  const wrapped = [
    'The ministry said on Monday that the bridge over the northern river',
    'would stay closed to lorries until engineers had looked at each of',
    'its forty cables.',
  ].join('\n')
  expect(wordsOf(`${wrapped}\n\nTraders were angry.`)).toEqual([wrapped, 'Traders were angry.'])
})

it('joins lines of any width that break off within sentences', () => {
  const wrapped = 'The bridge over the northern river\nwould stay closed until May. Traders\nwere angry.'
  expect(wordsOf(`${wrapped}\n\nIt rained.`)).toEqual([wrapped, 'It rained.'])
})

it.each([
  ['a list', 'The kitchen needs:\nflour and salt from the mill\nmilk from the northern farms'],
  ['short lines', 'Roses\nare red\nviolets\nare blue'],
  ['sentences', 'The bridge over the river is closed.\ntraders were angry about the bridge'],
])('leaves %s in lines', (_, text) => {
  expect(wordsOf(text)).toEqual(text.split('\n'))
})

it.each([
  ['in small letters', 'The boat was old and\u2028would be sold.', 1],
  ['in a name', 'The boat was sold by Anna\u0085Holm.', 1],
  ['in a quotation', '“It is old.\u2028It will be sold,” said Ann Holm.', 1],
  ['behind a sentence', 'It is old.\u2028It will be sold.', 2],
  ['in capitals', 'Roses\u2028Are red', 2],
  ['at a blank line', 'It is old\u2028\u2028and sold.', 2],
  ['at a paragraph separator', 'It is old\u2029and sold.', 2],
])('joins or parts lines that a separator ends: %s', (_, text, count) => {
  expect(wordsOf(text)).toHaveLength(count)
})

it('splits hundreds of thousands of lines', () => {
  expect(splitParagraphs('One.\n'.repeat(300_000))).toHaveLength(300_000)
})

it('finds none in white space', () => {
  expect(splitParagraphs(' \n\t\r\n')).toEqual([])
})
