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

it('leaves the evidence of a rule alone', () => {
  expect(isVerdict({ reason: 'A verb of saying with a clause.' })).toBe(false)
})
