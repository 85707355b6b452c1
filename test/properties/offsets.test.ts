import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import { UNSEEN } from '../../pipeline/unseen.ts'
import { contains, type Span } from '../../src/domain/span.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { articleWith } from '../support/article.ts'

/** Words, marks, line ends and astral characters that news and broken files bring, in any order. */
const pieces = fc.constantFrom(
  'Officials', 'said', 'the minister', 'Ann Lee', 'told reporters', 'that', 'it was over', 'according to', 'She', 'denied it',
  '“', '”', '"', "''", '‘', '’', ',', '.', ':', '—', '😀', '👩🏽‍🚀', '王秀英', 'é', '\u0301', '\ufeff', '\u2028', '\f', '\r\n', '\n\n', '\t', '\u202e', '\u200b',
  'on condition of anonymity', 'both', 'Washington', '(D-Wis.)', '3.5%', 'don’t', '-', '…', '\ufffd',
) // biome-ignore format: a list of words reads better unbroken
const newsLike = fc.array(pieces, { maxLength: 60 }).map(words => words.join(' '))
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary', maxLength: 200 }).map(text => text.replaceAll('\0', '\ufffd').toWellFormed()),
)

const UNSEEN_CHARACTERS = new RegExp(UNSEEN, 'gu')

function isSlice(codePoints: readonly string[], { start, end, text }: Span & { text: string }): boolean {
  return codePoints.slice(start, end).join('') === text
}

/** What is seen of a text, without spaces and line ends. */
function lettersOf(text: string): string {
  return text.replace(UNSEEN_CHARACTERS, '').replace(/\s+/gu, '')
}

describe('for any text', () => {
  it('every token equals its slice, in order, inside its sentence and paragraph', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tokens, sentences, paragraphs } = tokenise(text)
        let last = 0
        for (const token of tokens) {
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(token.start).toBeGreaterThanOrEqual(last)
          last = token.end
          const sentence = sentences[token.sentence] as (typeof sentences)[number]
          expect(contains(sentence, token)).toBe(true)
          expect(contains(paragraphs[sentence.paragraph] as Span, sentence)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('no word is outside every token', () => {
    fc.assert(
      fc.property(anyText, text => {
        const rest = [...text]
        let units = 0
        const covered = new Set(
          tokenise(text).tokens.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
        )
        for (const character of rest) {
          if (/[\p{L}\p{N}]/u.test(character)) expect(covered.has(units)).toBe(true)
          units += character.length
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every stored span equals its slice in code points', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        const record = await analyseArticle(articleWith(text))
        const codePoints = [...text]
        for (const span of record.claims.flatMap(claim => claim.spans)) expect(isSlice(codePoints, span)).toBe(true)
        for (const span of record.sources.flatMap(source => source.spans)) expect(isSlice(codePoints, span)).toBe(true)
        for (const span of [...record.mentions, ...record.candidates]) expect(isSlice(codePoints, span)).toBe(true)
        for (const source of record.sources) {
          for (const field of [source.role, source.affiliation, source.reason, source.knowledge]) {
            if (field?.span == null) continue
            // A value is read as the text is seen: without soft hyphens, in one line.
            const words = codePoints.slice(field.span.start, field.span.end).join('')
            expect(lettersOf(field.value)).toBe(lettersOf(words))
          }
        }
      }),
      { numRuns: 500, examples: [['Officials \ufeff 3.5% denied it']] },
    )
  })

  it('the same text gives the same record, and claims of their own', async () => {
    await fc.assert(
      fc.asyncProperty(newsLike, async text => {
        const record = await analyseArticle(articleWith(text))
        expect(await analyseArticle(articleWith(text))).toEqual(record)
        expect(new Set(record.claims.map(claim => claim.id)).size).toBe(record.claims.length)
        const sources = new Set(record.sources.map(source => source.id))
        for (const { sourceId } of record.claims) expect(sourceId === null || sources.has(sourceId)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

it('finds attributions in text that is crowded with cues', async () => {
  const record = await analyseArticle(
    articleWith('Officials said it was over. Ann Lee told reporters that it was over.'),
  )
  expect(record.claims).toHaveLength(2)
})
