import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Race\n\nRivals call her Crafty Ida Quist. Ida Quist spoke on Monday. Ida Quist said it rained. Quist added that the roof leaked.',
    claims: [
      { name: 'Ida Quist', cue: 'said', content: 'it rained' },
      { name: 'Ida Quist', cue: 'added' },
    ],
  },
  {
    text: 'Vote\n\nIda Tarn met Ida Quist in Harrow. Tarn said it rained. “We got wet,” Quist said.',
    claims: [
      { name: 'Ida Tarn', content: 'it rained' },
      { name: 'Ida Quist', content: 'We got wet' },
    ],
  },
  {
    text: 'Talks\n\nDowning Street declined to comment. Holt Street Clinic refused to comment. Bank of Orrin did not reply.',
    claims: [
      { source: 'Downing Street', act: 'no-comment' },
      { source: 'Holt Street Clinic', act: 'no-comment' },
      { source: 'Bank of Orrin', act: 'no-comment' },
    ],
  },
  {
    text: 'Singer wins\n\nSinger Robin Falk won the cup. Falk, who uses they/them pronouns, said it was late. “I slept,” they said.',
    claims: [{ name: 'Robin Falk', cue: 'said', content: 'I slept' }],
  },
  {
    text: 'Singer wins\n\nRobin Falk, whose pronouns are they/them, beat two teachers. The teachers left early. “We slept,” they said.',
    absent: [{ name: 'Robin Falk', content: 'We slept' }],
  },
  {
    text: 'Vote\n\nPremier Tom Hallam has ruled out a tax. Gardaí searched the pier. “That is for the inquiry,” he said.',
    claims: [{ name: 'Tom Hallam', cue: 'said', content: 'That is for the inquiry' }],
  },
  {
    text: 'Fees to go, says Malek\n\nTANORE: Speaking at a fair here, Chief Minister Arun Malek said the State would drop fees. He added that it was late.',
    claims: [
      { name: 'Arun Malek', cue: 'said' },
      { name: 'Arun Malek', cue: 'added' },
    ],
    absent: [{ name: 'TANORE' }],
  },
]

describe.skipIf(!hasRuntime())('who speaks', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
