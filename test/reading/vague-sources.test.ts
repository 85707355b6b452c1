import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** Those whom a text leaves without a name are people, and never a body that is called so. */
const CASES: readonly ReadingCase[] = [
  {
    text: 'Fair put off\n\nSources close to the charity say the chair wants to leave. A source close to the chair said it was true.',
    claims: [
      {
        source: 'Sources close to the charity',
        name: null,
        naming: 'anonymous',
        kind: 'group',
        affiliation: 'charity',
      },
      { source: 'A source close to the chair', name: null, naming: 'anonymous', kind: 'person', number: 1 },
    ],
    absent: [{ name: 'Sources' }, { kind: 'organisation' }],
  },
  {
    text: 'Wing shut\n\nA hospital source said the wing would close. A senior government source told the Echo that it was shut.',
    claims: [
      { naming: 'unnamed', kind: 'person', number: 1, affiliation: 'hospital' },
      { naming: 'unnamed', kind: 'person', number: 1, affiliation: 'government' },
    ],
    absent: [{ name: 'Echo' }],
  },
  {
    text: 'Wages frozen\n\nA source inside the hospital said wages were frozen. A source within the planner’s office said it was late.',
    claims: [
      { name: null, naming: 'unnamed', kind: 'person', affiliation: 'hospital' },
      { name: null, naming: 'unnamed', kind: 'person' },
    ],
    absent: [{ name: 'office' }],
  },
  {
    text: 'Bill stalls\n\nA Labour insider said the bill was dead. A White House aide said that it was not.',
    claims: [
      { naming: 'unnamed', kind: 'person', affiliation: 'Labour' },
      { naming: 'unnamed', kind: 'person', affiliation: 'White House' },
    ],
  },
  {
    text: 'Raid\n\nA law enforcement source said four men were held. Industry insiders said the docks were empty.',
    claims: [
      { naming: 'unnamed', kind: 'person', number: 1, affiliation: 'law enforcement' },
      { naming: 'unnamed', kind: 'group', affiliation: 'Industry' },
    ],
  },
  {
    text: 'Dinner row\n\nThose present said the host shouted. Someone close to the host said he was tired. An attendee said it was cold.',
    claims: [
      { source: 'Those present', naming: 'unnamed', kind: 'group' },
      { source: 'Someone close to the host', naming: 'anonymous', kind: 'person', number: 1 },
      { source: 'An attendee', naming: 'unnamed', kind: 'person', number: 1 },
    ],
    absent: [{ kind: 'unknown' }],
  },
  {
    text: 'Post vacant\n\nA close aide to the warden said he would go. Three people familiar with the talks said it was agreed.',
    claims: [
      { source: 'A close aide to the warden', naming: 'unnamed', kind: 'person', number: 1 },
      { naming: 'anonymous', kind: 'person', number: 3 },
    ],
  },
  {
    text: 'Fire at mill\n\nEyewitnesses said the roof fell. Insiders said the alarm was off. Aides said the owner slept.',
    claims: [
      { source: 'Eyewitnesses', naming: 'unnamed', kind: 'group' },
      { source: 'Insiders', naming: 'unnamed', kind: 'group' },
      { source: 'Aides', naming: 'unnamed', kind: 'group' },
    ],
    absent: [{ kind: 'unknown' }, { name: 'Aides' }],
  },
  // What is called so by name is a body.
  {
    text: 'Papers fined\n\nTrade Insider said the fine was unfair. Friends of the Fells, a charity, said it had fed nine families.',
    claims: [
      { name: 'Trade Insider', naming: 'named' },
      { name: 'Friends of the Fells', naming: 'named', kind: 'organisation' },
    ],
    absent: [{ naming: 'unnamed' }],
  },
  // A source of news or water is in no body.
  {
    text: 'Dam low\n\nNews sources said the dam was low. The outside adviser said it would fill.',
    claims: [{ source: 'News sources', affiliation: null }, { source: 'The outside adviser' }],
    absent: [{ affiliation: 'News' }],
  },
]

describe.skipIf(!hasRuntime())('vague sources', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
