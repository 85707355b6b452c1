import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** Names of which the tagger makes verbs and nouns, and which models half know. */
const CASES: readonly ReadingCase[] = [
  {
    text: 'Launch\n\n“A shambles” is how Drew Barker described the launch.',
    claims: [{ name: 'Drew Barker', cue: 'described', content: 'A shambles … the launch' }],
  },
  {
    text: 'Grief\n\nRose Marsh has run the mill since May. “I sold nothing.”',
    claims: [{ name: 'Rose Marsh', content: 'I sold nothing.' }],
  },
  {
    text: 'Grief\n\nFor Kwame Adjei, nothing was left to save. “The mill stood here on Friday. Look at it.”',
    claims: [{ name: 'Kwame Adjei', content: 'The mill stood here on Friday. Look at it.' }],
  },
  {
    text: 'Rovers lose\n\n“We had our chances,” said Dov Orrick. Ingrid van der Meer added: “It hurts.”',
    claims: [
      { name: 'Dov Orrick', content: 'We had our chances' },
      { name: 'Ingrid van der Meer', content: 'It hurts.' },
    ],
  },
  {
    text: 'Marsh: We will not sell the wall\n\nForeign minister Rose Marsh rejected the offer.',
    claims: [{ name: 'Rose Marsh', source: 'Marsh', content: 'We will not sell the wall' }],
  },
  {
    text: 'Six questions for María José Peña\n\nMaría José Peña builds kites. We met in Selby.\n\nWhy kites?\n\nThe wind is free. I like that.\n\nWhich is best?\n\nThe smallest. It carries a bell.',
    claims: [
      { name: 'María José Peña', content: 'The wind is free. I like that' },
      { name: 'María José Peña', content: 'The smallest. It carries a bell' },
    ],
  },
  {
    text: 'Q&A with gardener Inga Luz\n\nInga Luz plants roofs. She spoke to the Echo.\n\nQ: Which roof was the first?\nA: My mother’s. It leaked for a year.\n\nQ: And now?\nA: Now it has bees.',
    claims: [
      { name: 'Inga Luz', content: 'My mother’s. It leaked for a year' },
      { name: 'Inga Luz', content: 'Now it has bees' },
    ],
  },
  {
    text: 'Will Selby pay?\n\nWill Selby Council pay for the wall? Nobody knows. Hope Street is under water.',
    absent: [{ name: 'Will Selby' }, { name: 'Hope Street' }],
  },
  {
    text: 'Gale: What we know so far\n\nThe gale took nine roofs in Selby.',
    absent: [{ source: 'Gale' }],
  },
]

describe.skipIf(!hasRuntime())('names that are words', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
