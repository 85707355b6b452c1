import { expect, it } from 'vitest'
import { describeVerdict, isVerdict } from './model-verdict.ts'

const detail = {
  probability: 0.913,
  cueProbability: 0.99,
  for: [
    { feature: 'cue score', value: 4.2, weight: 1.5 },
    { feature: 'content parts', value: 1, weight: 0.25 },
  ],
  against: [{ feature: 'verbs in content', value: 3, weight: -0.4 }],
}

it('says how sure the model was and what moved it, the loudest first', () => {
  expect(isVerdict(detail)).toBe(true)
  expect(describeVerdict(detail)).toEqual({
    sentence: 'The learned model holds it right with 0.91, its word for a cue with 0.99.',
    for: ['cue score 4.2 (+1.50)', 'content parts 1 (+0.25)'],
    against: ['verbs in content 3 (−0.40)'],
  })
})

it('says of the encoder what it holds of cue, attribution and words', () => {
  const encoder = { probability: 0.951, cueProbability: 0.99, verdictProbability: 0.97, spansProbability: 0.713 }
  expect(isVerdict(encoder)).toBe(true)
  expect(describeVerdict(encoder)).toEqual({
    sentence:
      'The encoder holds it right with 0.95: its word for a cue with 0.99, that somebody says something there with 0.97, ' +
      'and that the words of cue, source and content are exactly these with 0.71.',
    for: [],
    against: [],
  })
})

it('leaves the evidence of a rule alone', () => {
  expect(isVerdict({ reason: 'A verb of saying with a clause.' })).toBe(false)
})
