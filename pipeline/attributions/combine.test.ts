import { expect, it } from 'vitest'
import type { Attribution, AttributionsLayer } from '../../src/domain/layers.ts'
import { combineAttributions } from './combine.ts'

const TEXT = 'Officials said it rained. The ministry declined to comment.'

function attribution(cue: string, rule: string, confidence: number, more: Partial<Attribution> = {}): Attribution {
  const start = TEXT.indexOf(cue)
  return {
    cue: [{ start, end: start + cue.length }],
    cueLemma: cue.split(' ')[0] as string,
    source: [],
    content: [],
    addressee: [],
    act: 'statement',
    confidence,
    parent: null,
    evidence: [{ stage: 'attributions', version: 2, rule, detail: {} }],
    ...more,
  }
}

const layer = (...attributions: Attribution[]): AttributionsLayer => ({ attributions, candidates: [] })
const rulesOf = ({ attributions }: AttributionsLayer) =>
  attributions.map(({ evidence }) => evidence.map(({ rule }) => rule))

it('lets the model decide where both read a cue, and keeps the rule as evidence with its act', () => {
  const learned = attribution('said', 'model:1', 0.9)
  const ruled = attribution('said', 'source-cue-clause', 0.7, { act: 'promise' })
  const combined = combineAttributions(TEXT, layer(learned), layer(ruled))
  expect(rulesOf(combined)).toEqual([['model:1', 'source-cue-clause']])
  expect(combined.attributions[0]?.act).toBe('promise')
})

it('lets a rule decide a refusal', () => {
  const learned = attribution('declined to comment', 'model:1', 0.9, { content: [{ start: 0, end: 9 }] })
  const ruled = attribution('declined to comment', 'source-refusal', 0.6, { act: 'no-comment' })
  expect(rulesOf(combineAttributions(TEXT, layer(learned), layer(ruled)))).toEqual([['source-refusal']])
})

it('adds what only a sure rule found and keeps the rest as candidates', () => {
  const sure = attribution('said', 'quotation-source-cue', 0.9)
  const doubtful = attribution('comment', 'source-object', 0.4)
  const combined = combineAttributions(TEXT, layer(), layer(sure, doubtful))
  expect(rulesOf(combined)).toEqual([['quotation-source-cue']])
  expect(combined.candidates.map(({ rule }) => rule)).toEqual(['source-object'])
})

it('keeps parents right when an attribution before them goes', () => {
  const refusal = attribution('declined to comment', 'model:1', 0.9)
  const outer = attribution('said', 'model:1', 0.9)
  const inner = attribution('rained', 'model:1', 0.9, { parent: 1 })
  const rule = attribution('declined to comment', 'source-refusal', 0.6)
  const { attributions } = combineAttributions(TEXT, layer(refusal, outer, inner), layer(rule))
  expect(attributions.map(({ cueLemma, parent }) => [cueLemma, parent])).toEqual([
    ['said', null],
    ['rained', 0],
    ['declined', null],
  ])
})
