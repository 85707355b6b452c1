import { expect, it } from 'vitest'
import { tokenise } from '../../tokens/stage.ts'
import type { Found, ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import type { Trust } from '../trust.ts'
import { combineAttributions } from './combine.ts'

const TEXT = 'Officials said it rained. The ministry declined to comment.'
const TOKENS = tokenise(TEXT)

function spanOf(words: string) {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}

function attribution(
  cue: string,
  rule: string,
  confidence: number,
  more: Partial<UnlinkedAttribution> = {},
): UnlinkedAttribution {
  return {
    cue: [spanOf(cue)],
    cueLemma: cue.split(' ')[0] as string,
    source: [],
    content: [],
    addressee: [],
    act: 'statement',
    confidence,
    evidence: [{ stage: 'attributions', version: 2, rule, detail: {} }],
    ...more,
  }
}

const TRUST: Trust = {
  leastAlone: 0.34,
  leastWithRule: 0.3,
  sureEnough: 0.8,
  sureEnoughNested: 0.45,
  passedOver: 0.7,
  doubt: { leastDoubtful: 0.6, leastNaming: 0.8 },
}
const combine = (learned: Found<ProposedAttribution>, ruled: Found<UnlinkedAttribution>) =>
  combineAttributions(TEXT, TOKENS, learned, ruled, TRUST)
const layer = (...attributions: UnlinkedAttribution[]): Found<UnlinkedAttribution> => ({ attributions, candidates: [] })
const rulesOf = ({ attributions }: Found<UnlinkedAttribution>) =>
  attributions.map(({ evidence }) => evidence.map(({ rule }) => rule))

it('lets the model decide where both read a cue, and keeps the rule as evidence with its act', () => {
  const learned = attribution('said', 'model:1', 0.9)
  const ruled = attribution('said', 'source-cue-clause', 0.7, { act: 'promise' })
  const combined = combine(layer(learned), layer(ruled))
  expect(rulesOf(combined)).toEqual([['model:1', 'source-cue-clause']])
  expect(combined.attributions[0]?.act).toBe('promise')
})

it('lets a rule decide a refusal', () => {
  const learned = attribution('declined to comment', 'model:1', 0.9, { content: [{ start: 0, end: 9 }] })
  const ruled = attribution('declined to comment', 'source-refusal', 0.6, { act: 'no-comment' })
  expect(rulesOf(combine(layer(learned), layer(ruled)))).toEqual([['source-refusal']])
})

it('adds what only a sure rule found and keeps the rest as candidates', () => {
  const sure = attribution('said', 'quotation-source-cue', 0.9)
  const doubtful = attribution('comment', 'source-object', 0.4)
  const combined = combine(layer(), layer(sure, doubtful))
  expect(rulesOf(combined)).toEqual([['quotation-source-cue']])
  expect(combined.candidates.map(({ rule }) => rule)).toEqual(['source-object'])
})

it('tells the settled confidence and decides by the other', () => {
  const unsure = { ...attribution('said', 'model:1', 0.33), settledConfidence: 0.9 }
  const sure = { ...attribution('said', 'model:1', 0.8), settledConfidence: 0.7 }
  expect(combine(layer(unsure), layer()).attributions).toEqual([])
  const [kept] = combine(layer(sure), layer()).attributions
  expect(kept?.confidence).toBe(0.7)
  expect(kept).not.toHaveProperty('settledConfidence')
})

it('makes one attribution of two whose cues share a word', () => {
  const learned = attribution('declined', 'model:1', 0.9)
  const ruled = attribution('declined to comment', 'source-cue-clause', 0.7)
  expect(rulesOf(combine(layer(learned), layer(ruled)))).toEqual([['model:1', 'source-cue-clause']])
})

it('trusts an unsure model where a rule reads the cue too, and not alone', () => {
  const learned = attribution('said', 'model:1', 0.32)
  const alone = combine(layer(learned), layer())
  expect(rulesOf(alone)).toEqual([])
  expect(alone.candidates.map(({ reason }) => reason)).toEqual([
    'The verifier gives it 0.32, and no rule reads the cue.',
  ])
  const backed = combine(layer(learned), layer(attribution('said', 'source-cue-clause', 0.7)))
  expect(rulesOf(backed)).toEqual([['model:1', 'source-cue-clause']])
})

it('leaves whom a source tells to the rule, where the model takes them for what is told', () => {
  const learned = attribution('said', 'model:1', 0.9, { content: [spanOf('it rained')] })
  const more = { content: [spanOf('rained')], addressee: [spanOf('it')] }
  const contentOf = (rule: string) =>
    combine(layer(learned), layer(attribution('said', rule, 0.5, more))).attributions[0]?.content
  expect(contentOf('source-told-clause')).toEqual([spanOf('rained')])
  expect(contentOf('source-addressee-infinitive')).toEqual([spanOf('it rained')])
})

it('takes what a fairly sure rule finds in the content of another', () => {
  const outer = attribution('said', 'model:1', 0.9, { content: [spanOf('The ministry declined to comment')] })
  const inner = attribution('comment', 'source-object', 0.5, { content: [spanOf('to')] })
  expect(rulesOf(combine(layer(outer), layer(inner)))).toEqual([['model:1'], ['source-object']])
  expect(rulesOf(combine(layer(), layer(inner)))).toEqual([])
})

it('gives a quotation to the speaker beside it alone', () => {
  const [officials, ministry] = [spanOf('Officials'), spanOf('The ministry')]
  const learned = attribution('declined', 'model:1', 0.9, { source: [officials, ministry] })
  const sourceBy = (rule: string) =>
    combine(layer(learned), layer(attribution('declined', rule, 0.7, { source: [ministry] }))).attributions[0]?.source
  expect(sourceBy('quotation-cue-source')).toEqual([ministry])
  expect(sourceBy('source-cue-clause')).toEqual([officials, ministry])
})
