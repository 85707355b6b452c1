import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import { findLearnedAttributions } from './find-learned-attributions.ts'
import { loadModel } from './model/model-file.ts'

const model = loadModel()

function find(text: string) {
  const tokens = tokenise(text)
  return findLearnedAttributions(tokens, findQuotations(text, tokens), model, { name: 'attributions', version: 2 })
}

/** Attributions as words: source | cue | content. */
function read(text: string): string[] {
  return find(text).attributions.map(({ source, cue, content }) =>
    [source, cue, content].map(spans => spans.map(({ start, end }) => text.slice(start, end)).join(' … ')).join(' | '),
  )
}

describe('findLearnedAttributions', () => {
  it.each([
    ['The minister said that the harbour would close.', 'The minister | said | that the harbour would close'],
    ['“The harbour will close,” Ann Quill said on Monday.', 'Ann Quill | said | “The harbour will close,”'],
    ['According to the police, two people were hurt.', 'the police | According to | two people were hurt'],
    ['He believes that the plan is too expensive.', 'He | believes | that the plan is too expensive'],
    ['She told reporters that nobody had been hurt.', 'She | told | that nobody had been hurt'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toContain(expected)
  })

  it('finds content on both sides of its cue', () => {
    expect(read('“We are ready,” Ann Quill said. “We leave tomorrow.”')).toEqual([
      'Ann Quill | said | “We are ready,” … “We leave tomorrow.”',
    ])
  })

  it('finds nothing where nothing is attributed, and keeps what it rejected with the reason', () => {
    const { attributions, candidates } = find('The ferry left at noon. Rain fell on the harbour, and the talks ended.')
    expect(attributions).toEqual([])
    expect(candidates.every(({ reason }) => reason.endsWith('.'))).toBe(true)
  })

  it('names the model, its probability and the features for and against', () => {
    const [attribution] = find('The minister said that the harbour would close.').attributions
    const [evidence] = attribution?.evidence ?? []
    expect(evidence?.rule).toBe(`model:${model.hash}`)
    expect(evidence?.detail.probability).toBeCloseTo(attribution?.confidence ?? 0, 4)
    const strongest = evidence?.detail.for as { feature: string; weight: number }[]
    expect(strongest.length).toBeGreaterThan(0)
    expect(strongest.length).toBeLessThanOrEqual(4)
    expect(strongest.every(({ weight }) => weight >= 0.05)).toBe(true)
  })

  it('does not care who speaks: another name changes nothing', () => {
    const name = fc.constantFrom('Quill', 'Trump', 'Okafor', 'Merkel', 'Tanaka', 'Clinton', 'Silva', 'Novak')
    const sentence = (who: string): string =>
      `Last week ${who} said that the bridge was safe, but ${who} later denied it.`
    const marked = (who: string): string[] => read(sentence(who)).map(one => one.replaceAll(who, 'NAME'))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(marked(a)).toEqual(marked(b))
      }),
    )
  })

  it('keeps every span inside the text, ordered and not empty, whatever the text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      ' said',
      ' Ann Quill',
      ' that',
      ': ',
      ' — ',
      '\n\n',
      '. ',
      ' the plan',
      ' told',
      '(',
      ')',
      ' 😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const { attributions, candidates } = find(text)
        const spans = attributions.flatMap(({ source, cue, content }) => [source, cue, content])
        for (const role of spans) {
          let end = 0
          for (const span of role) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            end = span.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const { confidence, content } of attributions) {
          expect(content.length).toBeGreaterThan(0)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        for (const { start, end } of candidates) expect(end).toBeGreaterThan(start)
      }),
    )
  })

  it('gives the same result for the same text', () => {
    const text =
      'Officials said on Monday that “talks go on”, and the union wants an answer. Critics called it a scandal.'
    expect(find(text)).toEqual(find(text))
  })
})
