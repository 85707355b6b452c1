import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Mayor Says Bridge Is Safe\n\nIt rained in the valley all day.',
    claims: [{ source: 'Mayor', cue: 'Says', content: 'Bridge Is Safe' }],
    absent: [{ content: 'It rained' }],
  },
  {
    text: 'What Lowe Said Of Orrin\n\nAnn Lowe said the deal was poor and warned that rents would double.',
    claims: [
      { name: 'Ann Lowe', cue: 'said', content: 'the deal was poor' },
      { name: 'Ann Lowe', cue: 'warned', content: 'that rents would double' },
    ],
    absent: [{ cue: 'Said Of' }],
  },
  {
    text: 'Mill to close\n\nIt rained. The dam held.\n\nPeople also read\n\nMayor says bridge is safe\n\nUnion warns of strike at port\n\nAnn Lowe, the owner, said the mill was old.',
    claims: [{ name: 'Ann Lowe', cue: 'said', content: 'the mill was old' }],
    absent: [{ cue: 'says' }, { cue: 'warns of' }],
  },
  {
    text: 'Mill to close\n\nIt rained. The dam held.\n\nRead more: Mayor says the bridge is safe\n\nThe river fell.',
    absent: [{ cue: 'says' }],
  },
]

describe.skipIf(!hasRuntime())('headlines, and links to other articles', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
