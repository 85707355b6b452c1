import { describe, expect, it } from 'vitest'
import type { Attribution, Source, SourcesLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { articleWith } from '../../test/support/article.ts'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { tokenise } from '../tokens/stage.ts'
import { claimsStage } from './stage.ts'

/**
 * The claims stage on a text with cues and contents in brackets, the nth cue with the nth content, where each attribution
 * is in the content of the one before it and the last one's source cites the content of the first.
 */
function makeClaims(marked: string) {
  const { text, spans } = bracketedText(marked)
  const cues = spans.cue ?? []
  const attributions = cues.map(
    (cue, i): Attribution => ({
      cue: [cue],
      cueLemma: text.slice(cue.start, cue.end),
      source: [],
      content: [spans.content?.[i] as Span],
      addressee: [],
      act: 'statement',
      confidence: 1,
      parent: i === 0 ? null : i - 1,
      evidence: [{ stage: 'attributions', version: 1, rule: `rule-${i}`, detail: {} }],
    }),
  )
  const none = attributions.map(() => null)
  const cited = { spans: spans.content?.slice(1, 2) ?? [] } as Partial<Source> as Source
  const sources: SourcesLayer = {
    sources: [cited],
    chains: [],
    sourceOf: none,
    citedOf: none.with(-1, 0 as never),
    relayedOf: none,
    candidates: [],
  }
  return claimsStage.run(articleWith(text), {
    tokens: tokenise(text),
    quotations: { quotations: [] },
    attributions: { attributions, candidates: [] },
    sources,
  }).claims
}

describe('an attribution that only tells whom another source cites', () => {
  const { claims, candidates } = makeClaims(
    '[cue say] [content so] [cue cite] [content officials] [cue show] [content rain]',
  )

  it('is no claim, and says why', () => {
    expect(claims.map(({ attribution }) => attribution)).toEqual([0, 2])
    expect(candidates).toMatchObject([{ stage: 'claims', rule: 'rule-1' }])
  })

  it('leaves what it holds to what holds it', () => {
    expect(claims.map(({ parent }) => parent)).toEqual([null, claims[0]?.id])
  })
})

it('says which claim another one goes on from, where that one is a claim', () => {
  const text = 'Ann said it rained. “It poured.”'
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const evidence = [{ stage: 'attributions', version: 1, rule: 'a-rule', detail: { reason: 'Because.' } }]
  const rest = { cueLemma: 'say', source: [], addressee: [], act: 'statement', confidence: 1, parent: null } as const
  const first: Attribution = { ...rest, cue: [spanOf('said')], content: [spanOf('it rained')], evidence }
  const second: Attribution = { ...first, content: [spanOf('“It poured.”')], goesOnFrom: 0 }
  const nothing = [null, null]
  const { claims } = claimsStage.run(articleWith(text), {
    tokens: tokenise(text),
    quotations: { quotations: [] },
    attributions: { attributions: [first, second], candidates: [] },
    sources: { sources: [], chains: [], sourceOf: nothing, citedOf: nothing, relayedOf: nothing, candidates: [] },
  }).claims
  expect(claims.map(({ evidence: [one] }) => one?.detail)).toEqual([
    { reason: 'Because.' },
    { reason: 'Because.', goesOnFrom: claims[0]?.id },
  ])
})
