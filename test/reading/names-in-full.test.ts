import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'At the assembly\n\nOpposition Leader Carrie Dixon-Hall called the promise hollow. Education CS Julius Migosi said the treasury had paid.',
    claims: [
      { name: 'Carrie Dixon-Hall', cue: 'called' },
      { name: 'Julius Migosi', cue: 'said' },
    ],
  },
  {
    text: 'At the assembly\n\nLocal MLA Prashant Thakur demanded an inquiry.\n\nState Rep. Quang Tran wrote on X that it was a win. Kentuckian Rand Orr said no.',
    claims: [{ name: 'Prashant Thakur' }, { name: 'Quang Tran' }, { name: 'Rand Orr' }],
  },
  {
    text: 'Storm relief\n\nTwelve people are missing, the National Storm Risk Reduction and Management Council (NSRRMC) said. The Water and Sewerage Authority denied it.',
    claims: [
      { name: 'National Storm Risk Reduction and Management Council', cue: 'said' },
      { name: 'Water and Sewerage Authority', cue: 'denied' },
    ],
  },
  {
    text: 'Robbery theory\n\nHead of the Clarendon Police Division, Superintendent Carlos Brown-Mills, told the paper that it was a robbery.',
    claims: [{ name: 'Carlos Brown-Mills', cue: 'told' }],
  },
  {
    text: 'Ferry out\n\nCommunity council convener Alastair Munro-Bell is calling for a charter vessel. The Ghana Union of Traders’ Associations wants the matter sent to arbitration.',
    claims: [{ name: 'Alastair Munro-Bell' }, { name: 'Ghana Union of Traders’ Associations' }],
  },
  {
    text: 'Jobs to go\n\nThomas Cook said it would cut 500 jobs. Thomas Cook, which has 21,000 staff, blamed the weather.',
    claims: [{ name: 'Thomas Cook', kind: 'organisation', cue: 'said' }],
  },
  {
    text: 'Teachers out\n\nTeachers have vowed not to return until the government honours a Sh7.9 billion pay deal, even as others warned of losses.',
    claims: [{ source: 'Teachers', content: 'not to return until the government honours a Sh7.9 billion pay deal' }],
  },
]

describe.skipIf(!hasRuntime())('names in full', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
