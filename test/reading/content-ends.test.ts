import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Old mill\n\nThe bank’s warning that rents would rise went unheard in the end. Ann Lowe’s claim that the dam was safe was rejected by engineers.',
    claims: [
      { cue: 'warning', content: 'that rents would rise' },
      { name: 'Ann Lowe', cue: 'claim', content: 'that the dam was safe' },
    ],
  },
  {
    text: 'Old mill\n\nHer promise that the mill would stay open was broken within a year. His fear that the bridge might fall proved right.',
    claims: [
      { cue: 'promise', content: 'that the mill would stay open' },
      { cue: 'fear', content: 'that the bridge might fall' },
    ],
  },
  {
    text: 'Old mill\n\nTheir view that the deal was fair and the price was right has not changed. The firm’s statement that it was sorry came too late.',
    claims: [
      { cue: 'view', content: 'that the deal was fair and the price was right' },
      { cue: 'statement', content: 'that it was sorry' },
    ],
  },
  // What somebody does with a claim has no verb after it.
  {
    text: 'Old mill\n\nShe repeated her warning that rents would double and jobs would go. He claimed that the pump leaked and was never mended.',
    claims: [
      { name: null, content: 'that rents would double and jobs would go' },
      { cue: 'claimed', content: 'that the pump leaked and was never mended' },
    ],
  },
  {
    text: 'Old mill\n\nThe dam may fail, a warning that engineers repeated on Friday. The tunnel leaked for years, a claim denied by the builder.',
    claims: [
      { source: 'engineers', cue: 'repeated', content: 'The dam may fail' },
      { source: 'the builder', cue: 'denied by', content: 'The tunnel leaked for years', act: 'denial' },
    ],
    absent: [{ content: 'a warning' }],
  },
  {
    text: 'Old mill\n\nTwo aides said the sale was off. One said the price was too high. The other denied it. Another aide disputed that.',
    claims: [
      { source: 'One', cue: 'said', content: 'the price was too high' },
      { source: 'The other', cue: 'denied', act: 'denial' },
      { source: 'Another aide', cue: 'disputed', act: 'denial' },
    ],
  },
  // Nothing is said in what has no words of its own.
  {
    text: 'Old mill\n\nThe goalkeeper missed it. The other aide did it, and a third saw that.',
    absent: [{ cue: 'missed' }, { cue: 'did' }, { cue: 'saw' }],
  },
]

describe.skipIf(!hasRuntime())('where what is said ends', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
