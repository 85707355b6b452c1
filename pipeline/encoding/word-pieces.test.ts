import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordPieces } from './word-pieces.ts'

const vocabulary: string[] = JSON.parse(readFileSync(new URL('../model/vocabulary.json', import.meta.url), 'utf8'))

const pieces = new WordPieces(vocabulary)
const wordsOf = (token: string) => pieces.split(token).map(({ id }) => vocabulary[id])

it.each([
  ['said', ['said']],
  ['Said', ['said']],
  ['spokeswoman', ['spoke', '##sw', '##oman']],
  ['São', ['sao']],
  ['U.S.', ['u', '.', 's', '.']],
  ['anti-Trump', ['anti', '-', 'trump']],
  ['of\u00adficials', ['officials']],
  ['“', ['“']],
  ['😀', ['[UNK]']],
  ['\u200b', ['[UNK]']],
])('%j becomes %j', (token, expected) => {
  expect(wordsOf(token)).toEqual(expected)
})

describe('any token', () => {
  const tokens = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('a', 'B', '1', '.', '-', 'é', 'ß', 'İ', '桥', '😀', '\u0301', '\u00ad'),
      minLength: 1,
    }),
  )

  it('has pieces, each of characters of its own, in order', () => {
    fc.assert(
      fc.property(tokens, token => {
        const found = pieces.split(token)
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThanOrEqual(24)
        let last = 0
        for (const { id, start, end } of found) {
          expect(vocabulary[id]).toBeDefined()
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(token.length)
          last = start
        }
      }),
    )
  })

  it('has pieces that spell what stands at their place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1 }),
        token => {
          const spelled = pieces.split(token).map(({ id, start, end }) => {
            const piece = (vocabulary[id] as string).replace('##', '')
            return piece === '[UNK]' || piece === token.slice(start, end)
          })
          expect(spelled).not.toContain(false)
        },
      ),
    )
  })

  it('gives the same however often it is asked', () => {
    fc.assert(
      fc.property(tokens, token => {
        expect(pieces.idsOf(token)).toEqual(pieces.split(token).map(({ id }) => id))
        expect(pieces.idsOf(token)).toEqual(pieces.idsOf(token))
      }),
    )
  })
})

it.each([
  ['a word of a million letters', 'a'.repeat(1_000_000)],
  ['a million marks', '!'.repeat(1_000_000)],
  ['a million emoji', '😀'.repeat(500_000)],
  ['a million signs of a script without spaces', '桥'.repeat(1_000_000)],
  ['a million marks on one letter', `e${'\u0301'.repeat(1_000_000)}`],
])('is bounded for %s', (_, token) => {
  expect(pieces.split(token).length).toBeLessThanOrEqual(24)
})
