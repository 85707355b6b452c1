import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Market day\n\n“Enough!” fumed the cook, Gil Wick. “Never again,” seethed the driver, Mia Holt.',
    claims: [
      { name: 'Gil Wick', cue: 'fumed', content: 'Enough!' },
      { name: 'Mia Holt', cue: 'seethed', content: 'Never again' },
    ],
  },
  {
    text: 'Market day\n\n“Stop!” roared the crowd. “Order, order!” bellowed Speaker Jon Ames on Monday.',
    claims: [
      { source: 'the crowd', cue: 'roared', content: 'Stop!' },
      { name: 'Jon Ames', cue: 'bellowed', content: 'Order, order!' },
    ],
  },
  {
    text: 'Market day\n\n"Good grief!" spluttered the mayor, Lena Foss. "No deal," snarled Sam Potts, the union leader, "not ever."',
    claims: [
      { name: 'Lena Foss', cue: 'spluttered', content: 'Good grief!' },
      { name: 'Sam Potts', cue: 'snarled', content: 'No deal … not ever.' },
    ],
  },
  {
    text: 'Market day\n\n“Better days are coming,” Mia Holt smiled. “We lost,” the coach deadpanned.',
    claims: [
      { name: 'Mia Holt', cue: 'smiled', content: 'Better days are coming' },
      { source: 'the coach', cue: 'deadpanned', content: 'We lost' },
    ],
  },
  {
    text: 'On stage\n\n“Mamma Mia!” starred Ann Orr. “The Wild Sea,” directed by Gil Wick, opens on Friday. “Crash!” went the gate.',
    absent: [{ cue: 'starred' }, { cue: 'directed' }, { cue: 'went' }],
  },
  {
    text: 'On stage\n\nThe band sang “Stay Awake,” and Gil Wick wept. “Stop!” The dog barked.',
    absent: [{ cue: 'wept' }, { cue: 'barked' }],
  },
]

describe.skipIf(!hasRuntime())('verbs that tell how something was said', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
