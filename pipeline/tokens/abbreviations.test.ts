import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWordList } from '../word-list.ts'
import { tokenise } from './stage.ts'

const sentencesOf = (text: string) => tokenise(text).sentences.map(({ start, end }) => text.slice(start, end))
const titles = [...readWordList(new URL('./lexicon/title-abbreviation.txt', import.meta.url))].map(
  title => `${title[0]?.toUpperCase()}${title.slice(1)}.`,
)
const beforeNumbers = [...readWordList(new URL('./lexicon/number-abbreviation.txt', import.meta.url))]

describe('a title written short', () => {
  it.each([
    ['before a name', 'Mx. Robin Vale spoke. It rained.', ['Mx. Robin Vale spoke.', 'It rained.']],
    ['behind another', 'Det. Insp. G. Tait came. Lt. Col. Strand left.', ['Det. Insp. G. Tait came.', 'Lt. Col. Strand left.']],
    ['behind a quotation', '“No,” Mme. Dubois said. She left.', ['“No,” Mme. Dubois said.', 'She left.']],
    ['before a name that is also a pronoun', 'We met Mr. He. Supt. He Wei left.', ['We met Mr. He.', 'Supt. He Wei left.']],
    ['in French', 'She said no. M. Petit said yes.', ['She said no.', 'M. Petit said yes.']],
  ] as const)('goes on %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  }) // biome-ignore format: one case a line

  it.each([
    ['a word for a sentence’s beginning', 'He is now a Supt. The town is glad.', ['He is now a Supt.', 'The town is glad.']],
    ['a name that it stands behind', 'They met John Roe Sr. The dog ran.', ['They met John Roe Sr.', 'The dog ran.']],
    ['small letters that are a word', 'It was five dir. Robin left.', ['It was five dir.', 'Robin left.']],
  ] as const)('does not go on after %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  }) // biome-ignore format: one case a line

  it('is one token with its point, and no end, whatever name follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...titles), fc.constantFrom('Robin', 'Ann', 'Vale', 'O’Neill'), (title, name) => {
        const text = `Later ${title} ${name} spoke about rain. Nobody came.`
        expect(sentencesOf(text)).toHaveLength(2)
        expect(tokenise(text).tokens[1]).toMatchObject({ text: title, pos: 'PROPN' })
      }),
    )
  })
})

it('goes on before the number that something has', () => {
  fc.assert(
    fc.property(fc.constantFrom(...beforeNumbers), fc.integer({ min: 1, max: 999 }), (word, number) => {
      const short = `${word[0]?.toUpperCase()}${word.slice(1)}.`
      expect(sentencesOf(`They read ${short} ${number} of it. Nobody came.`)).toHaveLength(2)
    }),
  )
})

it('ends a sentence behind any other word', () => {
  const known = new Set([...titles, ...beforeNumbers.map(word => `${word}.`)].map(word => word.toLowerCase()))
  const word = fc
    .stringMatching(/^[a-z]{3,9}$/)
    .filter(letters => !known.has(`${letters}.`) && sentencesOf(`The ${letters}. They saw it.`).length === 2)
  const ordinary = fc.constantFrom('rain', 'house', 'art', 'me', 'it', 'council', 'men', 'sec', 'dead', 'Leeds', 'Moss', 'again')
  fc.assert(
    fc.property(fc.oneof(ordinary, word), fc.constantFrom('Robin', 'They', 'Nobody', 'Vale'), (last, next) => {
      expect(sentencesOf(`It was about ${last}. ${next} left early.`)).toHaveLength(2)
    }),
  )
}) // biome-ignore format: one line for words

it('leaves every token a slice of the text, in order, and sentences that hold them all', () => {
  const piece = fc.constantFrom(
    'Mx',
    'Insp',
    '.',
    ' ',
    'Vale',
    'fig',
    '3',
    '\n\n',
    '“',
    '”',
    'said',
    'The',
    'He',
    '(',
    ')',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join('')
      const { tokens, sentences } = tokenise(text)
      let end = 0
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        end = token.end
      }
      expect(sentences.map(({ firstToken }) => firstToken)).toEqual(
        sentences.map((_, i) => sentences[i - 1]?.endToken ?? 0),
      )
      expect(sentences.at(-1)?.endToken ?? 0).toBe(tokens.length)
    }),
  )
})
