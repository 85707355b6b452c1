import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { leaveCharge } from './leave-charge.ts'

it.each([
  [
    '[content The minister] [cue was accused] by [source opponents of hiding the report].',
    ['opponents'],
    ['The minister', 'of hiding the report'],
  ],
  [
    '[content The minister] [cue was accused] by [source a friend of the mayor].',
    ['a friend of the mayor'],
    ['The minister'],
  ],
  ['[source Friends of hiking] [cue accused] [content the minister].', ['Friends of hiking'], ['the minister']],
] as const)('%s', (marked, source, content) => {
  const { text, spans } = bracketedText(marked)
  const roles = { source: spans.source ?? [], cue: spans.cue ?? [], content: spans.content ?? [] }
  const one = leaveCharge(text, {
    ...roles,
    cueLemma: 'accuse',
    addressee: [],
    act: 'accusation',
    confidence: 1,
    evidence: [],
  })
  const wordsOf = (role: 'source' | 'content') => one[role].map(({ start, end }) => text.slice(start, end))
  expect([wordsOf('source'), wordsOf('content')]).toEqual([source, content])
})
