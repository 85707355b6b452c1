import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { tokenise } from '../../tokens/stage.ts'
import { finishAttributions } from './finish-attributions.ts'
import { prepareLeaveTorn } from './torn-contents.ts'

/** Attributions from spans marked source, cue and content, each with a number: `[cue1 said]`. */
function finish(body: string, cueLemmas: readonly string[]) {
  const { text, spans } = bracketedText(`Bridge closes\n\n${body}`)
  const attributions = cueLemmas.map((cueLemma, i): Attribution => {
    const { [`source${i + 1}`]: source = [], [`cue${i + 1}`]: cue = [] } = spans
    const content = spans[`content${i + 1}`] ?? []
    const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
    return { cueLemma, source, cue, content, addressee: [], act: 'statement', confidence: 0.9, parent: null, evidence }
  })
  const finished = finishAttributions(text, tokenise(text), { attributions, candidates: [] })
  return {
    sources: finished.attributions.map(({ source }) => source.map(({ start, end }) => text.slice(start, end))),
    contents: finished.attributions.map(({ content }) => content.map(({ start, end }) => text.slice(start, end))),
    reasons: finished.candidates.map(({ reason }) => reason),
  }
}

/** An attribution to the mayor that has these words for its content. */
function attribute(text: string, words: string): Attribution {
  const start = text.indexOf(words)
  const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
  const rest = { cueLemma: 'say', addressee: [], act: 'statement', confidence: 0.9, parent: null, evidence } as const
  const content = [{ start, end: start + words.length }]
  return { ...rest, source: [{ start: 0, end: 9 }], cue: [{ start: 10, end: start - 1 }], content }
}

function addresseesOf(text: string, one: Attribution) {
  const finished = finishAttributions(text, tokenise(text), { attributions: [one], candidates: [] })
  return finished.attributions[0]?.addressee
}

describe('finished attributions', () => {
  it('leave the cue of another claim out of the words for who speaks', () => {
    const marked = '[source1 Ann Lee] [cue1 claims] [content1 staff warned that it was shut].'
    const { text, spans } = bracketedText(marked)
    const [outer, inner] = [spans.cue1?.[0] as Span, { start: text.indexOf('warned'), end: text.indexOf(' that') }]
    const rest = { addressee: [], act: 'statement', confidence: 0.9, parent: null } as const
    const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
    const attributions: Attribution[] = [
      {
        ...rest,
        evidence,
        cueLemma: 'claim',
        cue: [outer],
        source: spans.source1 ?? [],
        content: spans.content1 ?? [],
      },
      {
        ...rest,
        evidence,
        cueLemma: 'warn',
        cue: [inner],
        source: [{ start: outer.start, end: inner.start - 1 }],
        content: [{ start: inner.end + 1, end: text.length - 1 }],
      },
    ]
    const finished = finishAttributions(text, tokenise(text), { attributions, candidates: [] }).attributions
    expect(finished.map(({ source }) => source.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Ann Lee'],
      ['staff'],
    ])
  })

  it('hold no last words of a quotation that another has whole', () => {
    const text = 'Ann Lee said it was late. “They made up their minds.”'
    const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const rest = { cueLemma: 'say', addressee: [], act: 'statement', confidence: 0.9, parent: null } as const
    const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
    const attributions: Attribution[] = [
      { ...rest, evidence, cue: [], source: [], content: [spanOf('“They made up their minds.”')] },
      {
        ...rest,
        evidence,
        cue: [spanOf('said')],
        source: [spanOf('Ann Lee')],
        content: [spanOf('it was late'), spanOf('their minds.”')],
      },
    ]
    const torn = prepareLeaveTorn(attributions)
    expect(attributions.map(one => torn(one).content)).toEqual([
      [spanOf('“They made up their minds.”')],
      [spanOf('it was late')],
    ])
  })

  it('are none of an earlier version of the article itself', () => {
    const reasons = ['The note of a correction says what the article itself had.']
    const note = '[source1 An earlier version of this article] [cue1 said] [content1 that the toll was 9].'
    expect(finish(note, ['say'])).toMatchObject({ contents: [], reasons })
    const bill = '[source1 An earlier version of the bill] [cue1 said] [content1 that tolls were banned].'
    expect(finish(bill, ['say']).contents).toEqual([['that tolls were banned']])
    const draft = '[source1 An earlier draft of the report] [cue1 said] [content1 that tolls were banned].'
    expect(finish(draft, ['say']).contents).toEqual([['that tolls were banned']])
  })

  it.each([
    'Correction: [source1 This article] originally [cue1 said] [content1 that the toll was 9].',
    'CLARIFICATION (12 May): [source1 This news story] [cue1 said] [content1 that the toll was 9].',
    'Editor’s note: It rained. [source1 This column] [cue1 said] [content1 that the toll was 9].',
    'It rained.\n\nUpdate, 3 May: [source1 This post] first [cue1 said] [content1 that the toll was 9].',
    '[source1 The headline of this story] [cue1 said] [content1 that the toll was 9].',
    '[source1 The original version of this piece] [cue1 said] [content1 that the toll was 9].',
  ])('are none of the article itself, where its note speaks: %s', note => {
    expect(finish(note, ['say']).contents).toEqual([])
  })

  it.each([
    'The bill is long. [source1 This article] [cue1 said] [content1 that tolls were banned].',
    'Correction: It was late.\n[source1 This report] [cue1 said] [content1 that tolls were banned].',
    'Correction: [source1 The company] [cue1 said] [content1 that tolls were banned].',
  ])('are some where no note of the article speaks of itself: %s', text => {
    expect(finish(text, ['say']).contents).toEqual([['that tolls were banned']])
  })

  it('are none where a lawyer only appears for somebody', () => {
    const marked = '[source1 He] rejected a point by Ann Lee, [cue1 defending], [content1 that it was late].'
    expect(finish(marked, ['defend'])).toMatchObject({
      contents: [],
      reasons: ['It says what somebody is at a trial.'],
    })
    const said = '[source1 He], [cue1 defending] [content1 the plan as fair], left.'
    expect(finish(said, ['defend']).contents).toEqual([['the plan as fair']])
  })

  it('keep datelines out of their contents', () => {
    const marked = '[content1 NAIROBI, May 4 (Agency) - The bridge has closed], [source1 officials] [cue1 said].'
    expect(finish(marked, ['say']).contents).toEqual([['The bridge has closed']])
  })

  it.each([
    [
      '[content1 “It is shut,”] [cue1 said] [source1 Ann Lee]. [content1 “The bolts rusted,”] said Karl Dent.',
      '“The bolts rusted,”',
      'said Karl Dent',
      ['“It is shut,”'],
    ],
    [
      '[source1 Ann Lee] [cue1 said]: [content1 “It is shut. It is old.” “It is not,”] the guard replied.',
      '“It is not,”',
      'replied',
      ['“It is shut. It is old.”'],
    ],
    [
      '[source1 Ann Lee] [cue1 said]: [content1 “It is shut. ‘It is old,’ a guard replied.”] Nobody laughed.',
      '‘It is old,’',
      'replied',
      ['“It is shut. ‘It is old,’ a guard replied.”'],
    ],
  ] as const)('leave a quotation to the cue in its own sentence: %s', (body, quotation, cue, contents) => {
    const { text, spans } = bracketedText(`Bridge closes\n\n${body}`)
    const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const { source1: source = [], cue1 = [], content1 = [] } = spans
    const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
    const rest = { cueLemma: 'say', addressee: [], act: 'statement', confidence: 0.9, parent: null, evidence } as const
    const attributions: Attribution[] = [
      { ...rest, source, cue: cue1, content: content1 },
      { ...rest, source: [], cue: [spanOf(cue)], content: [spanOf(quotation)] },
    ]
    const [first] = finishAttributions(text, tokenise(text), { attributions, candidates: [] }).attributions
    expect(first?.content.map(({ start, end }) => text.slice(start, end))).toEqual(contents)
  })

  it('keep headings out of their contents', () => {
    const first = '“It is shut,”'
    const marked = `Trouble ahead\n\n[content1 ${first}] [cue1 said] [source1 Ann Lee].`
    expect(finish(marked, ['say']).contents).toEqual([[first]])
    const { text, spans } = bracketedText(`It was late.\n\n[content1 Bridge closes\n\n${first}] [cue1 said] Ann Lee.`)
    const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: {} }]
    const rest = { cueLemma: 'say', addressee: [], act: 'statement', confidence: 0.9, parent: null, evidence } as const
    const one: Attribution = { ...rest, source: [], cue: spans.cue1 ?? [], content: spans.content1 ?? [] }
    const [only] = finishAttributions(text, tokenise(text), { attributions: [one], candidates: [] }).attributions
    expect(only?.content.map(({ start, end }) => text.slice(start, end))).toEqual([first])
  })

  it('keep datelines out of their sources', () => {
    const marked =
      '[source1 LARNE, Malta, Feb 11 - The Maltese coast guard] [cue1 said] [content1 the bridge has closed].'
    expect(finish(marked, ['say']).sources).toEqual([['The Maltese coast guard']])
  })

  it('have no dateline for a source', () => {
    expect(finish('[source1 NEW DELHI][cue1 :] [content1 The bridge has closed.]', [':'])).toEqual({
      sources: [],
      contents: [],
      reasons: ['It stands in the dateline.'],
    })
  })

  it('address nobody in words that are all of their content', () => {
    const whole = { ...attribute('The mayor promised a bridge.', 'a bridge'), addressee: [{ start: 19, end: 27 }] }
    expect(whole.content).toEqual(whole.addressee)
    expect(addresseesOf('The mayor promised a bridge.', whole)).toEqual([])
    const part = {
      ...attribute('The mayor urged voters to stay.', 'voters to stay'),
      addressee: [{ start: 16, end: 22 }],
    }
    expect(addresseesOf('The mayor urged voters to stay.', part)).toEqual(part.addressee)
  })

  it('are no terms of anonymity', () => {
    const { contents, reasons } = finish('[source1 The guard] [cue1 asked] [content1 not to be named].', ['ask'])
    expect(contents).toEqual([])
    expect(reasons).toEqual(['It says that a source is not to be named, which is no claim of its own.'])
  })
})
