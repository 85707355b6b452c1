import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import languageModel from 'wink-eng-lite-web-model'
import { proofSize } from '../../test/support/proof-size.ts'
import { readWithWink } from './wink.ts'

/** Words nobody has read before, so that the first reading of a run is the first of them. */
const word = fc.string({ unit: fc.constantFrom(...'abdeiklmnorstuvz'), minLength: 5, maxLength: 9 })
/** How words stand beside marks where wink-nlp is unsure what a token is. */
const setting = fc.constantFrom(
  (w: string) => w,
  (w: string) => `${w}'s`,
  (w: string) => `${w}’s`,
  (w: string) => `(${w}'s)`,
  (w: string) => `"${w}'s"`,
  (w: string) => `—${w}'s—`,
  (w: string) => `${w}-${w}`,
  (w: string) => `${w}.${w}`,
  (w: string) => `${w}.`,
  (w: string) => `${w.toUpperCase()}.`,
  (w: string) => `“${w}”,`,
  (w: string) => `${w}@${w}.org`,
  (w: string) => `#${w}`,
  (w: string) => `$${w}`,
  (w: string) => `${w}’d`,
  (w: string) => `é${w}'s/${w}`,
)
const texts = fc.array(word, { minLength: 1, maxLength: 3 }).chain(words => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...words), setting), { minLength: 1, maxLength: 6 })
    .map(parts => `It said ${parts.map(([each, set]) => set(each)).join(' ')} was there.`)
  return fc.array(text, { minLength: 2, maxLength: 4 })
})

describe('readWithWink', () => {
  it('gives the same tokens whatever was read before', () => {
    fc.assert(
      fc.property(texts, ([text = '', ...others]) => {
        const first = readWithWink(text)
        for (const other of others) readWithWink(other)
        expect(readWithWink(text)).toEqual(first)
      }),
      { numRuns: proofSize(80, 300) },
    )
  })

  it('stays the same when so many words were read that a new reader is opened', () => {
    const text = "The minister's aide—Okafor's—said it's \"settled\", didn't he?"
    const first = readWithWink(text)
    const words = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}q`)
    readWithWink(words.join(' '))
    expect(readWithWink(text)).toEqual(first)
  })

  it('reads one word of 20 million characters, and the words around it as if it were not there', () => {
    const { tokens } = readWithWink(`He left. ${'a'.repeat(20_000_000)} She stayed.`)
    expect(tokens.map(({ text }) => (text.length > 9 ? text.length : text))).toEqual([
      'He',
      'left',
      '.',
      20_000_000,
      'She',
      'stayed',
      '.',
    ])
  })

  it('reads the words around a million spaces of all kinds as if nothing lay between', () => {
    const [before, after] = ['The bridge closed on Monday.', 'Holm said so.']
    const gap = ' \n \t'.repeat(250_000)
    const words = ({ tokens }: ReturnType<typeof readWithWink>) => tokens.map(({ text }) => text)
    const reading = readWithWink(before + gap + after)
    expect(words(reading)).toEqual([...words(readWithWink(before)), ...words(readWithWink(after))])
    expect(reading.sentenceEnds).toEqual([6, reading.tokens.length])
    expect(reading.tokens.at(-1)?.end).toBe(before.length + gap.length + after.length)
  })

  it('splits a contraction before a mark as it does without one', () => {
    const { list } = (languageModel.core as () => { features: { lexeme: { list: readonly string[] } } })().features
      .lexeme
    const contractions = list.filter(word => /^\p{L}+$/u.test(word) && readWithWink(word).tokens.length > 1)
    expect(contractions).toContain('cannot')
    for (const mark of ['.', ',', '”', '?', '…']) {
      for (const word of contractions) {
        const { tokens } = readWithWink(`${word}${mark}`)
        expect(tokens.slice(0, -1).map(({ text, lemma }) => [text, lemma])).toEqual(
          readWithWink(word).tokens.map(({ text, lemma }) => [text, lemma]),
        )
        expect(tokens.at(-1)?.text).toBe(mark)
      }
    }
  })

  it('reads every word of its language model before a mark', () => {
    const { list } = (languageModel.core as () => { features: { lexeme: { list: readonly string[] } } })().features
      .lexeme
    for (const mark of proofSize([','], ['.', ',', '”'])) {
      const text = list.filter(word => /\S/.test(word)).join(`${mark} `)
      for (const { start, end, text: value, lemma } of readWithWink(text).tokens) {
        expect(text.slice(start, end)).toBe(value)
        expect(lemma).not.toBe('')
      }
    }
  })

  it('gives tokens that are slices of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        let last = 0
        for (const { start, end, text: value } of readWithWink(text).tokens) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(value)
          last = end
        }
      }),
    )
  })
})
