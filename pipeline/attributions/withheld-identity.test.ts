import { expect, it } from 'vitest'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { withholdsIdentity } from './withheld-identity.ts'

it.each([
  ['ask', 'The guard [cue asked] [content not to be named because she fears for her job].', true],
  ['request', 'The guard [cue requested] [content anonymity].', true],
  ['ask', 'The guard [cue asked] [content that his name be withheld].', true],
  ['agree', 'This paper [cue has agreed] [content not to identify him].', true],
  ['speak', 'They [cue would speak only] [content if they were not identified].', true],
  ['ask', 'The guard [cue asked] [content for a raise].', false],
  ['report', 'The paper [cue reported] [content that it had received the file anonymously].', false],
] as const)('%s: %s', (cueLemma, marked, withheld) => {
  const { text, spans } = bracketedText(marked)
  const { cue = [], content = [] } = spans
  const attribution = { cueLemma, cue, content, source: [], addressee: [], confidence: 1, parent: null, evidence: [] }
  expect(withholdsIdentity(text, { ...attribution, act: 'order' })).toBe(withheld)
})
