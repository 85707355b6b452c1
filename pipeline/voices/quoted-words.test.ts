import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '../../src/domain/labels.ts'
import type { Attribution } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { findQuotations } from '../quotations/stage.ts'
import { tokenise } from '../tokens/stage.ts'
import { countQuotedWords } from './quoted-words.ts'

const attribution = (content: readonly Span[], cue: readonly Span[], rest: { act?: Act; parent?: number } = {}) =>
  ({ cue, content, act: rest.act ?? 'statement', parent: rest.parent ?? null }) as unknown as Attribution

/** Counts for attributions of a text whose contents and cues stand in brackets, in order: content1, cue1, content2, … */
function count(marked: string, rests: readonly { act?: Act; parent?: number }[] = [{}]): number[] {
  const { text, spans } = bracketedText(marked)
  const attributions = rests.map((rest, i) =>
    attribution(spans[`content${i + 1}`] ?? [], spans[`cue${i + 1}`] ?? [], rest),
  )
  return countQuotedWords(text, attributions, findQuotations(text, tokenise(text)).quotations)
}

describe('words in quotation marks', () => {
  it.each([
    ['[content1 “Don’t go,”] she [cue1 said].', [2]],
    ['[content1 “Twenty-one of 3.5 million,”] she [cue1 said], [content1 “are ours.”]', [6]],
    ['She [cue1 said] [content1 it was “a pillar” of the town].', [2]],
    ['She [cue1 said] [content1 it rained].', [0]],
    ['[content1 “It rained,” she said, “and hailed.”] [cue1 :]', [4]],
  ])('%s', (marked, expected) => {
    expect(count(marked)).toEqual(expected)
  })

  it('count for the innermost, and nothing twice', () => {
    const text = '“Then she told me ‘not today’ and left,” Ann said.'
    const { quotations } = findQuotations(text, tokenise(text))
    const at = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const outer = attribution([{ start: 0, end: text.indexOf(' Ann') }], [at('said')])
    const inner = attribution([at('‘not today’')], [at('told')], { parent: 0 })
    expect(countQuotedWords(text, [outer, inner], quotations)).toEqual([6, 2])
    expect(countQuotedWords(text, [outer, outer], quotations)).toEqual([8, 0])
  })

  it('count for what was said before what was only thought', () => {
    const text = 'He believes and says “it rained”.'
    const { quotations } = findQuotations(text, tokenise(text))
    const content = [{ start: text.indexOf('“'), end: text.length - 1 }]
    const believed = attribution(content, [{ start: 3, end: 11 }], { act: 'belief' })
    expect(countQuotedWords(text, [believed, attribution(content, [{ start: 16, end: 20 }])], quotations)).toEqual([
      0, 2,
    ])
  })
})

const pieces = fc.constantFrom(
  '“',
  '”',
  '"',
  '‘',
  '’',
  'rain',
  'don’t',
  '3.5',
  'said',
  ',',
  '.',
  '\n\n',
  'é',
  '王',
  '😀',
  '-',
)
const WORDS = /(?<![\p{L}\p{M}\p{N}]['’.,-]|[\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu

it('are no more, over all attributions, than the words that stand in marks', () => {
  const texts = fc.array(pieces, { maxLength: 40 }).map(words => words.join(' '))
  const spans = fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(texts, spans, (text, drawn) => {
      const { quotations } = findQuotations(text, tokenise(text))
      const clip = (a: number, b: number): Span => ({
        start: Math.min(a, b, text.length),
        end: Math.min(Math.max(a, b), text.length),
      })
      const attributions = drawn.map(([a, b, cue, isNested], i) =>
        attribution([clip(a, b)], [clip(cue, cue + 4)], isNested && i > 0 ? { parent: i - 1 } : {}),
      )
      const counts = countQuotedWords(text, attributions, quotations)
      const inside = [...text.matchAll(WORDS)].filter(({ index }) =>
        quotations.some(({ start, end }) => start <= index && index < end),
      )
      expect(counts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(inside.length)
    }),
    { numRuns: 300 },
  )
})
