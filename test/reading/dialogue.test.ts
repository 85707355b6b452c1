import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Inquest\n\n“Did you see the flare?” asked Marsh. “I saw it,” answered Pell.\n\n“And was it red?”\n\n“It was green.”',
    claims: [
      { name: 'Marsh', content: 'Did you see the flare?', act: 'question' },
      { name: 'Marsh', content: 'And was it red?', act: 'question' },
      { name: 'Pell', content: 'I saw it … It was green.' },
    ],
  },
  {
    text: '“Where were you?” the judge asked.\n\n“At home,” Vesta Koll replied.\n\n“Alone?”\n\n“With my sister.”\n\n“Her name?”\n\n“Ida.”',
    claims: [
      { source: 'the judge', content: 'Alone?' },
      { source: 'the judge', content: 'Her name?' },
      { name: 'Vesta Koll', content: 'At home … With my sister. … Ida.' },
    ],
  },
  {
    text: '“Who paid you?” asked Dane. “My brother,” answered Oke. “How much?” “Forty pounds.”',
    claims: [
      { name: 'Dane', content: 'How much?' },
      { name: 'Oke', content: 'My brother … Forty pounds.' },
    ],
  },
  {
    text: '“Is it broken?” Ann Dorsey asked the plumber.\n\n“Completely,” he said.\n\n“Can you mend it?”\n\n“Not before Friday.”',
    claims: [{ name: 'Ann Dorsey', content: 'Can you mend it?' }],
    absent: [{ source: 'he', content: 'Can you mend it' }],
  },
  {
    text: 'Koll asked about the boat. Brandt answered that it had sunk.\n\n“When?”\n\n“In May.”',
    claims: [
      { name: 'Koll', content: 'When?' },
      { name: 'Brandt', content: 'In May.' },
    ],
  },
  {
    text: '“Did you see it?” asked Marsh. “I saw it,” answered Pell.\n\n“The guards told us it was red.”\n\n“I told the guards nothing.”',
    claims: [{ name: 'Pell', content: 'I saw it' }],
    absent: [
      { name: 'Pell', content: 'it was red' },
      { name: 'Pell', content: 'told the guards nothing' },
    ],
  },
  {
    text: '“Why did you leave?” asked the judge.\n\n“I was tired,” said Vesta Koll.\n\n“I had two jobs and a child to feed.”\n\nThe hearing goes on.',
    claims: [{ name: 'Vesta Koll', content: 'I was tired … I had two jobs and a child to feed.' }],
  },
  {
    text: '“What went wrong?” asked Ann Dorsey. “Everything,” said Bo Quist. “What could I do? I ran.”\n\n“What would I have told you?”',
    absent: [
      { name: 'Ann Dorsey', content: 'What could I do' },
      { name: 'Ann Dorsey', content: 'What would I have told you' },
    ],
  },
]

describe.skipIf(!hasRuntime())('dialogues', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
