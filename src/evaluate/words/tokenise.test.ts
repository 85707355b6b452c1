import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise, tokensOf } from './tokenise.ts'

describe('tokenise', () => {
  it('takes runs of letters, marks and digits as words and every other character but spaces as a token', () => {
    const text = '“Don’t, नेहा 25%”'
    const { starts, ends, words } = tokenise(text)
    const tokens = Array.from(starts, (start, token) => text.slice(start, ends[token]))
    expect(tokens).toEqual(['“', 'Don', '’', 't', ',', 'नेहा', '25', '%', '”'])
    expect(tokens.filter((_, token) => words[token] === 1)).toEqual(['Don', 't', 'नेहा', '25'])
  })

  it('counts offsets in code points', () => {
    expect([...tokenise('😀 𝒜b c').starts]).toEqual([0, 2, 5])
  })

  it('gives every character but spaces to exactly one token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { starts, ends } = tokenise(text)
        const characters = [...text]
        const covered = characters.map(() => 0)
        for (const [token, start] of starts.entries()) {
          for (let at = start; at < (ends[token] as number); at++) covered[at] = (covered[at] as number) + 1
        }
        expect(covered).toEqual(characters.map(character => (/\s/u.test(character) ? 0 : 1)))
      }),
    )
  })
})

describe('tokensOf', () => {
  const table = tokenise('Poll: “no”, she said')
  // Poll : “ no ” , she said
  it('leaves out what is no word', () => {
    expect(tokensOf(table, [{ start: 6, end: 15 }])).toEqual([3, 6])
  })

  it('takes what is no word when the role has no words at all', () => {
    expect(tokensOf(table, [{ start: 4, end: 5 }])).toEqual([1])
    const partWithWords = { start: 7, end: 9 }
    expect(tokensOf(table, [partWithWords, { start: 4, end: 5 }])).toEqual([3])
  })

  it('counts a word that is covered in part', () => {
    expect(tokensOf(table, [{ start: 17, end: 18 }])).toEqual([7])
  })

  it('lists tokens of overlapping and unsorted spans in order and once', () => {
    const spans = [
      { start: 12, end: 20 },
      { start: 0, end: 15 },
    ]
    expect(tokensOf(table, spans)).toEqual([0, 3, 6, 7])
  })

  it('finds nothing in an empty span', () => {
    expect(tokensOf(table, [{ start: 4, end: 4 }])).toEqual([])
  })
})
