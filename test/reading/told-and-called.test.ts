import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Boil notice\n\nShops have been told to shut on Sunday. Boats were told to stay out until Monday.',
    claims: [
      { source: null, content: 'to shut on Sunday', addressee: 'Shops' },
      { source: null, content: 'to stay out until Monday', addressee: 'Boats' },
    ],
  },
  {
    text: 'A winter inland\n\nBy Nell Ostrow\n\nThe farmer said I would freeze. I told him I had a coat. I told him the truth.',
    claims: [
      { source: 'The farmer', content: 'I would freeze' },
      { name: 'Nell Ostrow', cue: 'told', content: 'I had a coat', addressee: 'him' },
    ],
    absent: [{ content: 'the truth' }],
  },
  {
    text: 'Choir\n\n"Again," barked director Inga Brandt. "My throat hurts," whined the tenor. "Nonsense," she shot back.',
    claims: [
      { name: 'Inga Brandt', content: 'Again' },
      { source: 'the tenor', content: 'My throat hurts' },
    ],
  },
  {
    text: 'Rally\n\nTomas Falk said he was ill. "I tried," said Greta Holm.',
    claims: [
      { name: 'Tomas Falk', content: 'he was ill' },
      { name: 'Greta Holm', content: 'I tried' },
    ],
  },
  {
    text: 'Talks\n\nThe bank was unable to say who had paid. The boast that he could swim was hollow. Her insistence that the dam would hold has convinced few.',
    claims: [
      { source: 'The bank', act: 'no-comment' },
      { source: 'Her', cue: 'insistence', content: 'that the dam would hold' },
    ],
    absent: [{ content: 'who had paid', act: 'statement', negated: false }],
  },
  {
    text: 'At the ground\n\nThe coach called him back. The captain called the boy over. Osei announced his arrival with a volley. The referee called a foul. Osei claimed a hat-trick.',
    absent: [{ cue: 'called' }, { cue: 'announced' }, { cue: 'claimed' }],
  },
  {
    text: 'At court\n\nClerk Nell Ostrow said she was ill and denied any fraud. The judge dismissed the jury. Skaters start according to age group.',
    claims: [
      { name: 'Nell Ostrow', cue: 'said', content: 'she was ill' },
      { name: 'Nell Ostrow', cue: 'denied', content: 'any fraud', act: 'denial' },
    ],
    absent: [{ cue: 'dismissed' }, { cue: 'according to' }],
  },
  {
    text: 'At the ground\n\nThe coach called the plan a step back. Osei announced his retirement on Sunday.',
    claims: [
      { source: 'The coach', content: 'the plan a step back' },
      { name: 'Osei', cue: 'announced' },
    ],
  },
]

describe.skipIf(!hasRuntime())('who is told what, and who is called', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
