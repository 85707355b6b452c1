import { expect, it } from 'vitest'
import { splitParagraphs } from './paragraphs.ts'

const wordsOf = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end))

it('takes every line for a paragraph', () => {
  expect(wordsOf('One.\nTwo.\n\n  Three. \n')).toEqual(['One.', 'Two.', 'Three.'])
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

it('splits hundreds of thousands of lines', () => {
  expect(splitParagraphs('One.\n'.repeat(300_000))).toHaveLength(300_000)
})

it('finds none in white space', () => {
  expect(splitParagraphs(' \n\t\r\n')).toEqual([])
})
