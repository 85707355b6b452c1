import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../quotations/stage.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { hashText } from '../model/hash.ts'
import type { KnownWord } from '../model/vocabulary.ts'
import { MASK, type Reading, readColumns } from './reading.ts'

const vocabulary = new Map<string, KnownWord>([
  ['warns', { lemma: 'warn', pos: 'VERB' }],
  ['bridge', { lemma: 'bridge', pos: 'NOUN' }],
  ['critics', { lemma: 'critic', pos: 'NOUN' }],
])

function read(text: string): Reading {
  const tokens = tokenise(text)
  return readColumns(tokens, findQuotations(text, tokens), vocabulary, [])
}

/** Words whose lemma the model cannot see. */
function maskedIn(text: string): string[] {
  const reading = read(text)
  return reading.layer.tokens.filter((_, i) => reading.lemma[i] === MASK).map(token => token.text)
}

describe('readColumns', () => {
  it('masks names and keeps roles', () => {
    expect(maskedIn('Critics met Senator Quill of Ohio and the Minister on Monday.')).toEqual([
      'Quill',
      'Ohio',
      'Monday',
    ])
  })

  it('keeps a known word that begins a sentence, and masks an unknown one', () => {
    expect(maskedIn('Critics left.')).toEqual([])
    expect(maskedIn('Zorblax left.')).toEqual(['Zorblax'])
  })

  it('reads a headline in capitals as if it were running text', () => {
    const reading = read('Quill Warns Again: Bridge Unsafe')
    const at = reading.layer.tokens.findIndex(token => token.text === 'Warns')
    expect(reading.lemma[at]).toBe(hashText('warn'))
  })

  it('marks quotations by their tokens, and counts marks before each token', () => {
    const reading = read('He said “no” twice.')
    const inside = reading.layer.tokens.filter((_, i) => reading.quotation[i] !== -1).map(token => token.text)
    expect(inside).toEqual(['“', 'no', '”'])
    expect(reading.marks[reading.length]).toBe(2)
  })

  it('is empty for an empty text', () => {
    expect(read('').length).toBe(0)
  })
})
