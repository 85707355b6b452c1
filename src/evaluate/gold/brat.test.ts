import { describe, expect, it } from 'vitest'
import { parseBrat } from './brat.ts'

const LENGTH = 300

function parse(...lines: string[]) {
  return parseBrat(`${lines.join('\n')}\n`, 'a.ann', LENGTH)
}

describe('parseBrat', () => {
  it('joins spans to attributions, in text order when they are in several parts', () => {
    const { attributions, diagnostics } = parse(
      'T5\tSource 10 14\tAnna',
      'T6\tCue 15 19\tsaid',
      'T7\tContent 209 236;91 186\tsome words',
      'T8\tAttribution 15 19\tsaid',
      'E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5',
    )
    expect(diagnostics).toEqual([])
    expect(attributions).toEqual([
      {
        id: 'E2',
        source: [{ start: 10, end: 14 }],
        cue: [{ start: 15, end: 19 }],
        content: [
          { start: 91, end: 186 },
          { start: 209, end: 236 },
        ],
        act: null,
        quotation: null,
        naming: null,
        entity: null,
        required: true,
      },
    ])
  })

  it('merges several contents and sources of one event', () => {
    const { attributions } = parse(
      'T1\tContent 50 60\tb',
      'T2\tContent 20 30\ta',
      'T3\tSource 5 6\tc',
      'T4\tSource 1 2\td',
      'E1\tAttribution:T9 Content:T1 Content2:T2 Source:T3 Source2:T4',
    )
    expect(attributions[0]?.content.map(({ start }) => start)).toEqual([20, 50])
    expect(attributions[0]?.source.map(({ start }) => start)).toEqual([1, 5])
  })

  it('reads a span that stands after its event', () => {
    const { attributions } = parse('E1\tAttribution:T2 Cue:T1', 'T1\tCue 1 5\tsaid')
    expect(attributions[0]?.cue).toEqual([{ start: 1, end: 5 }])
  })

  it('leaves out events without roles, notes and attributes', () => {
    const parsed = parse(
      'T1\tAttribution-no-source 1 5\tsaid',
      'E1\tAttribution-no-source:T1',
      '#1\tAnnotatorNotes T1\tUnsure',
      'A1\tHedged E1',
    )
    expect(parsed).toEqual({ attributions: [], diagnostics: [] })
  })

  it.each([
    ['T1\tCue 5\tsaid'],
    ['T1\tCue 5 x\tsaid'],
    ['T1\tCue 9 5\tsaid'],
    [`T1\tCue 5 ${LENGTH + 1}\tsaid`],
    ['T1'],
  ])('reports a malformed span and goes on: %s', malformed => {
    const { attributions, diagnostics } = parse('T2\tContent 20 30\tno', malformed, 'E1\tA:T9 Cue:T1 Content:T2')
    expect(diagnostics).toMatchObject([
      { file: 'a.ann', line: 2, code: 'malformed-span' },
      { file: 'a.ann', line: 3, code: 'unknown-span' },
    ])
    expect(attributions).toMatchObject([{ cue: [], content: [{ start: 20, end: 30 }] }])
  })

  it('reports a line that is no annotation, as when a span’s text ran over its line', () => {
    const { attributions, diagnostics } = parse('T1\tCue 1 5\tsaid', 'The rest', 'E1\tA:T9 Cue:T1')
    expect(diagnostics).toMatchObject([{ line: 2, code: 'unknown-line' }])
    expect(attributions).toHaveLength(1)
  })

  it('reports an argument of no known role', () => {
    expect(parse('T1\tCue 1 5\tsaid', 'E1\tA:T9 Cue:T1 Mood:T1').diagnostics).toMatchObject([
      { line: 2, code: 'malformed-event' },
    ])
  })
})
