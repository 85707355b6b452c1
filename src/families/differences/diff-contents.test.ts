import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffContents } from './diff-contents.ts'

const words = fc
  .array(fc.constantFrom('We', 'will', 'not', 'the', '“ferry”', 'sank,', '…', 'it’s', '5%', '-', '  '), {
    maxLength: 30,
  })
  .map(list => list.join(' '))

describe('two contents beside one another', () => {
  it('tells what is gone from what is new', () => {
    const pieces = diffContents('We will not close the yard', 'We will close the northern yard.')
    expect(pieces.map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'same:We will ',
      'gone:not ',
      'same:close the ',
      'new:northern ',
      'same:yard.',
    ])
  })

  it('takes capitals, marks and white space for no difference', () => {
    expect(diffContents('“It’s over,”', "It's  over").map(({ kind }) => kind)).toEqual(['same'])
  })

  it('keeps every character of both that has a word', () => {
    fc.assert(
      fc.property(words, words, (first, later) => {
        const pieces = diffContents(first, later)
        const kept = pieces.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)
        expect(kept.join('')).toBe(/[\p{L}\p{N}%]/u.test(later) ? later : '')
        const gone = pieces.filter(({ kind }) => kind === 'gone').map(({ text }) => text)
        for (const text of gone) expect(first).toContain(text)
      }),
    )
  })
})
