import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repair } from '../../src/read/encodings/decode.ts'
import type { ReadOutcome } from '../../src/read/format.ts'
import { findFrontMatter } from '../../src/read/plain/front-matter.ts'
import { plainText } from '../../src/read/plain/plain-text.ts'
import { readPaste } from '../../src/read/plain/read-paste.ts'
import { FORMS } from '../../src/read/plain/surroundings/form-of.ts'
import { proofSize } from '../support/proof-size.ts'

const CORPUS = new URL('../../corpus/', import.meta.url)
const articles = readdirSync(CORPUS)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(new URL(name, CORPUS), 'utf8'))
const paragraphs = articles.flatMap(text => text.split(/\n+/)).filter(line => line !== '')

/** Lines that stand around articles, and lines that only look like them. */
const around = [
  ...FORMS.flatMap(({ examples, nearMisses }) => [...examples, ...nearMisses]),
  ...'By Jo Marsh|Jo Marsh|Jo Marsh in Kyiv|Jo Marsh, Political correspondent|Political correspondent|By|Words: Jo Marsh and Ada Roe|Special Correspondent'.split(
    '|',
  ),
  ...'3 May 2026|Published 3 May 2026 14:05 BST|Last updated: 4 May 2026|Published|3 hours ago|10 May 2026|4.55pm|Mon 4 May 2026 14.05 BST'.split(
    '|',
  ),
  ...'The Orrin Echo|Orrin News, Leeds|News|Home News Sport|Home > News > Orrin|Menu|Save|Share|Listen'.split('|'),
  ...'Related|RELATED|Most read|More on this story|Read more|Top stories|About the author|Comments|Comments (23)|Join the conversation'.split(
    '|',
  ),
  ...'ferry_fan 2 hours ago|Reply|Report|Reply Report 12 likes|2 days ago|Jo|Log in to comment'.split('|'),
  ...'Jo Marsh is a reporter at the Echo. Follow her on X @jomarsh|Follow Jo Marsh on X @jomarsh|Dog elected mayor|Who will pay for the old baths?'.split(
    '|',
  ),
  ...'Headline: No more money|Date: 3 May 2026|Byline: Jo Marsh|---|title: A|author: Jo'.split('|'),
  ...'and then the town fell quiet|which nobody had asked for, in the words of the harbour master and of|No.|“No,” she said.|KEY POINTS|•'.split(
    '|',
  ),
]
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...around) },
  { weight: 2, arbitrary: fc.constantFrom(...paragraphs) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\t', '\u00a0', '• ', '**', '> ') },
)
const ends = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n\n')
const anyPaste = fc.array(fc.tuple(line, ends), { minLength: 1, maxLength: 40 }).map(lines => lines.flat().join(''))

const wordsOf = (text: string) => text.replace(/\s+/gu, '')

async function read(bytes: Uint8Array, whole: boolean): Promise<ReadOutcome> {
  for await (const outcome of plainText.read({ uri: 'a.txt', bytes }, { whole })) return outcome
  throw new Error('an input without an outcome')
}

const PROOF = { numRuns: proofSize(500, 4_000) }

describe('a pasted text', () => {
  it('is what is kept and what is left out, in order: nothing lost, nothing doubled, nothing changed', () => {
    fc.assert(
      fc.property(fc.oneof(anyPaste, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        const { pieces, text: kept, leftOut } = readPaste(text)
        expect(pieces.map(piece => piece.text).join('')).toBe(text)
        expect(pieces.flatMap(piece => (piece.reason === null ? [piece.text] : [])).join('')).toBe(kept)
        const out = pieces.flatMap(piece => (piece.reason === null ? [] : [piece.text])).join('')
        expect(wordsOf(leftOut.map(passage => passage.text).join(''))).toBe(wordsOf(out))
      }),
      PROOF,
    )
  })

  it('read again leaves nothing more out', () => {
    fc.assert(
      fc.property(anyPaste, text => {
        expect(readPaste(readPaste(text).text).leftOut).toEqual([])
      }),
      PROOF,
    )
  })

  it('without a line of any form is untouched', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paragraphs), ends), { minLength: 1, maxLength: 12 }), lines => {
        const text = lines.flat().join('')
        expect(readPaste(text)).toMatchObject({ text, leftOut: [] })
      }),
      PROOF,
    )
  })

  it.each(articles)('that is an article of the corpus is untouched: %#', text => {
    expect(readPaste(text)).toMatchObject({ text, leftOut: [], byline: null, published: null })
  })

  it('is all kept on demand', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaste, async text => {
        const outcome = await read(Buffer.from(text), true)
        if (outcome.outcome === 'article') expect(outcome).toMatchObject({ article: { text }, leftOut: [] })
        else expect(text.trim()).toBe('')
      }),
      { numRuns: proofSize(200, 1000) },
    )
  })
})

describe('damaged pasted texts', () => {
  const damaged = fc
    .tuple(
      anyPaste,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.string({ unit: 'binary' })), { maxLength: 4 }),
    )
    .map(([text, changes]) =>
      changes.reduce((sum, [at, insert]) => {
        const start = Math.floor(at * sum.length)
        return sum.slice(0, start) + insert + sum.slice(start + insert.length * 2)
      }, text),
    )

  it('give an outcome each, with every word of theirs in the article or in a passage', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async given => {
        const outcome = await read(Buffer.from(given), false)
        if (outcome.outcome !== 'article') return
        const { text } = repair(given.replace(/^\ufeff/u, ''), 'utf-8')
        const { pieces } = readPaste(text, findFrontMatter(text)?.end)
        expect(outcome.article.text).toBe(pieces.map(piece => (piece.reason === null ? piece.text : '')).join(''))
        expect(outcome.leftOut?.length).toBe(pieces.filter(piece => piece.reason !== null).length)
      }),
      PROOF,
    )
  })
})
