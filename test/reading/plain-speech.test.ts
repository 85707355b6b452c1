import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'The mayor, Ann Quill, said on Monday that it rained. “We got wet,” she told reporters.',
    claims: [
      { name: 'Ann Quill', cue: 'said', content: 'it rained' },
      { name: 'Ann Quill', cue: 'told', content: 'We got wet', addressee: 'reporters' },
    ],
    absent: [{ content: 'Monday' }],
  },
]

describe.skipIf(!hasRuntime())('plain speech', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
