import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'On the coast\n\nThe cliffs will fall, cautions the coast guard. Not yet, counters Adeyemi. Rents will rise, predicts the bank. The well is dry, admits farmer Lil Ostrow.',
    claims: [
      { source: 'the coast guard', cue: 'cautions', content: 'The cliffs will fall' },
      { name: 'Adeyemi', cue: 'counters', content: 'Not yet' },
      { source: 'the bank', cue: 'predicts', content: 'Rents will rise' },
      { name: 'Lil Ostrow', cue: 'admits', content: 'The well is dry' },
    ],
  },
  {
    text: 'On the coast\n\nIn the old hall, claims forms lay in heaps. After rain, counters in the shop were wet.',
    absent: [{ cue: 'claims' }, { cue: 'counters' }],
  },
  {
    text: 'Wage talks\n\nThe prediction by brokers that wages would fall proved wrong. A warning from nurses that wards would close was ignored.',
    claims: [
      { source: 'brokers', cue: 'prediction', content: 'that wages would fall' },
      { source: 'nurses', content: 'that wards would close' },
    ],
    absent: [{ content: 'proved wrong' }, { content: 'was ignored' }],
  },
  {
    text: 'New wing\n\nThe hall will have a new wing by spring, the director, Oda Colt, wrote in a letter to members on Friday.',
    claims: [{ name: 'Oda Colt', cue: 'wrote', content: 'The hall will have a new wing by spring' }],
  },
  {
    text: 'Hearing\n\nThree nurses spoke on Tuesday. One said the dose was too high. The second said it was normal. The third refused to answer.',
    claims: [
      { source: 'One', content: 'the dose was too high' },
      { source: 'The second', content: 'it was normal' },
      { source: 'The third', act: 'no-comment' },
    ],
  },
  {
    text: 'Cup tie\n\nThe goalkeeper denied Osei twice. The post denied him. The club denied it. The tribunal awarded her damages.',
    claims: [{ source: 'The club', cue: 'denied', act: 'denial' }],
    absent: [{ content: 'Osei' }, { content: 'him' }, { cue: 'awarded' }],
  },
]

describe.skipIf(!hasRuntime())('inversion, nouns of saying with "by", ordinals, and who is denied what', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
