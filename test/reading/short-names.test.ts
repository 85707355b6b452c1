import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Builder loses money\n\nVessel builder Furnace Metals posted a net loss of $18 million for the half-year, as costs on two projects rose.\n\nThe counter closed lower at 28 cents. Furnace said it “is not aware of any information” which might explain the trading.',
    claims: [{ source: 'Furnace', name: 'Furnace Metals', cue: 'said' }],
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
