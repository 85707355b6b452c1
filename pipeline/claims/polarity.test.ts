import { expect, it } from 'vitest'
import { isHedged, isNegated } from './polarity.ts'

it.each(['did not say', 'didn’t say', 'never said', 'cannot confirm'])('"%s" is negated', cue => {
  expect(isNegated(cue)).toBe(true)
})

it.each(['said', 'noted', 'knotted', 'has said'])('"%s" is not', cue => {
  expect(isNegated(cue)).toBe(false)
})

it.each(['reportedly', 'might say', 'appeared to show'])('"%s" is hedged', cue => {
  expect(isHedged(cue)).toBe(true)
})

it('does not take a plain cue for a hedge', () => {
  expect(isHedged('has said')).toBe(false)
})
