import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Deaths known\n\nExclusive by Mina Sen\n\nThe minister was told of the deaths four months before she assured the house that all was well, papers show. I said then that it was late.',
    claims: [{ source: 'I', name: 'Mina Sen' }],
    absent: [{ source: 'she', name: 'Mina Sen' }],
  },
  {
    text: 'A trader accused of hiding losses told colleagues he could fix it, a court heard on Monday. His lawyer, Ann Bree, 52, claims staff were told not to speak.',
    claims: [
      { source: 'A trader accused of hiding losses', cue: 'told', content: 'he could fix it' },
      { source: null, cue: 'were told', addressee: 'staff' },
    ],
    absent: [{ addressee: 'claims staff' }],
  },
  {
    text: 'Lena Dorr was told that her flat had burned. Villagers have been warned not to drink from the well.',
    claims: [
      { source: null, cue: 'was told', content: 'her flat had burned', addressee: 'Lena Dorr', naming: 'unstated' },
      { source: null, cue: 'have been warned', content: 'not to drink from the well', addressee: 'Villagers' },
    ],
    absent: [{ source: 'Lena Dorr' }, { source: 'Villagers' }],
  },
  {
    text: 'Passengers were informed by the airline that the flight was cancelled. Mr. Tarvin was ordered by the court to pay the fine.',
    claims: [
      { source: 'the airline', content: 'that the flight was cancelled', addressee: 'Passengers' },
      { source: 'the court', content: 'to pay the fine', addressee: 'Mr. Tarvin', act: 'order' },
    ],
    absent: [{ source: 'Passengers' }, { source: 'Tarvin' }],
  },
  {
    text: '“You are not welcome here,” she was told. “Get out of here,” Tom Reiss was told by the guard.',
    claims: [
      { source: null, content: 'You are not welcome here', addressee: 'she', quotation: 'direct' },
      { source: 'the guard', content: 'Get out of here', addressee: 'Tom Reiss', quotation: 'direct' },
    ],
    absent: [{ source: 'she' }, { name: 'Tom Reiss' }],
  },
  {
    text: 'Ministers have been advised that the plan is illegal. The council was never told that the wall was weak.',
    claims: [
      { source: null, content: 'that the plan is illegal', addressee: 'Ministers', act: 'statement' },
      { source: null, content: 'that the wall was weak', addressee: 'The council', negated: true },
    ],
    absent: [{ source: 'Ministers' }, { source: 'council' }],
  },
  {
    text: 'The families had been assured by the owner that the ship was sound. Dane Orlo was asked whether he would resign.',
    claims: [
      { source: 'the owner', content: 'that the ship was sound', addressee: 'The families' },
      { source: null, content: 'whether he would resign', addressee: 'Dane Orlo', act: 'question' },
    ],
    absent: [{ source: 'families' }, { name: 'Dane Orlo' }],
  },
  {
    text: 'The coach was quoted as saying that the team was tired. Lena Dorr told the court that her flat had burned.',
    claims: [
      { source: 'The coach', content: 'that the team was tired', addressee: null },
      { source: 'Lena Dorr', content: 'her flat had burned', addressee: 'the court' },
    ],
    absent: [{ addressee: 'The coach' }, { addressee: 'Lena Dorr' }],
  },
  {
    text: 'Analysts are convinced that prices will fall. She is assured of a seat in the final.',
    claims: [{ source: 'Analysts', content: 'prices will fall' }],
    absent: [{ addressee: 'Analysts' }, { addressee: 'She' }],
  },
  {
    text: 'Radio Marn, citing doctors, reported that nine had died. The town has fallen, state media reported, citing the army.',
    claims: [
      { source: 'Radio Marn', cue: 'reported', content: 'nine had died' },
      { source: 'state media', cue: 'reported', content: 'The town has fallen' },
    ],
    absent: [{ cue: 'citing' }],
  },
  {
    text: 'Bridge shut\n\nState radio, citing the army, said the bridge was shut.',
    claims: [{ source: 'State radio', cue: 'said', content: 'the bridge was shut' }],
    absent: [{ cue: 'citing' }],
  },
  {
    text: 'The minister, citing poor health, said she would resign.',
    claims: [
      { source: 'The minister', cue: 'citing', content: 'poor health' },
      { source: 'The minister', cue: 'said', content: 'she would resign' },
    ],
  },
  {
    text: '“I heard a bang,” Tom Reiss told police, his brother Karl Reiss told the Evening Post.',
    claims: [
      {
        name: 'Karl Reiss',
        cue: 'told',
        content: '“I heard a bang,” Tom Reiss told police',
        addressee: 'the Evening Post',
      },
      { name: 'Tom Reiss', cue: 'told', content: 'I heard a bang', addressee: 'police' },
    ],
    absent: [{ name: 'Karl Reiss', quotation: 'direct' }],
  },
  {
    text: '“Sell it all,” the chairman wrote, according to two people who saw the letter.',
    claims: [
      { source: 'two people who saw the letter', content: '“Sell it all,” the chairman wrote' },
      { source: 'the chairman', cue: 'wrote', content: 'Sell it all' },
    ],
    absent: [{ source: 'two people', quotation: 'direct' }],
  },
  {
    text: 'Tom Reiss told police that he heard a bang, his brother said.',
    claims: [
      { source: 'his brother', content: 'Tom Reiss told police that he heard a bang' },
      { name: 'Tom Reiss', content: 'he heard a bang', addressee: 'police' },
    ],
    absent: [{ content: 'his brother said' }],
  },
  {
    text: 'Lena Dorr told the Evening Post, which reported on Sunday that the mill would close.',
    claims: [{ name: 'Lena Dorr', cue: 'told', content: 'that the mill would close' }],
    absent: [{ content: 'reported' }],
  },
  {
    text: 'The navy and the air force both said that the ship was lost.',
    claims: [{ source: 'The navy and the air force', content: 'that the ship was lost' }],
  },
]

describe.skipIf(!hasRuntime())('who said it', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
