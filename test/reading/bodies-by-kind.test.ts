import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Rowan Homes lost its appeal against the Tolley Council. The union said 60 builders would be laid off.',
    claims: [{ source: 'The union', name: null, content: '60 builders would be laid off' }],
    absent: [{ name: 'Rowan Homes' }],
  },
  {
    text: 'Staff at the Ministry of Mines walked out. Its minister met the chiefs of Dell Rail. The church said its doors were open.',
    claims: [{ source: 'The church', name: null }],
  },
  {
    text: 'The Tolley Police raided the offices of Orrin. The bank said it was helping.',
    absent: [{ name: 'Tolley Police' }],
  },
  {
    text: 'Dale Rovers FC will move to a ground that Rowan Homes will build. The club said tickets would cost no more.',
    claims: [{ source: 'The club', name: 'Dale Rovers FC' }],
  },
  {
    text: 'Norwind Airways cut its flights after a row with Orrin Bank. The airline said it had no choice. The bank said that it was owed four million.',
    claims: [
      { source: 'The airline', name: 'Norwind Airways' },
      { source: 'The bank', name: 'Orrin Bank' },
    ],
  },
  {
    text: 'Nurses at Saint Orrin Hospital walked out. They were backed by the Care Staff Union. The hospital said all wards stayed open.',
    claims: [{ source: 'The hospital', name: 'Saint Orrin Hospital' }],
  },
  {
    text: 'Norwind Group will fly to Porto again. The airline said it had found the planes.',
    claims: [{ source: 'The airline', name: 'Norwind Group' }],
  },
  {
    text: 'The Dock Hands Association called a strike. The union said that ferries would not sail.',
    claims: [{ source: 'The union', name: 'Dock Hands Association' }],
  },
]

describe.skipIf(!hasRuntime())('bodies of different kinds', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
