import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Yard loses money\n\nShipbuilder Mast Offshore posted a loss of $9 million on Friday. Mast said it “knows of no other reason” for the fall.',
    claims: [{ source: 'Mast', name: 'Mast Offshore', cue: 'said' }],
  },
  {
    text: 'Harbour sold\n\nBrackwell Marine sold the harbour on Friday. Brackwell’s lawyer was not there. Brackwell declined to comment.',
    claims: [{ source: 'Brackwell', name: 'Brackwell Marine', act: 'no-comment' }],
  },
  {
    text: 'Bank upgraded\n\nChief executive Lim Wei Sheng said the bank was “not out of the woods”. “We stopped lending,” he told analysts.',
    claims: [
      { name: 'Lim Wei Sheng', cue: 'said' },
      { name: 'Lim Wei Sheng', cue: 'told' },
    ],
  },
]

describe.skipIf(!hasRuntime())('names in short and names that the family’s opens', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
