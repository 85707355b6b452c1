import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { withholdsIdentity } from './withheld-identity.ts'

it.each([
  ['ask', 'The guard [cue asked] [content not to be named because she fears for her job].', true],
  ['request', 'The guard [cue requested] [content anonymity].', true],
  ['ask', 'The guard [cue asked] [content that his name be withheld].', true],
  ['agree', 'This paper [cue has agreed] [content not to identify him].', true],
  ['agree', 'A guard, [content whom] this paper [cue has agreed] [content not to identify], left.', true],
  ['speak', 'They [cue would speak only] [content if they were not identified].', true],
  ['wish', 'The guard, who [cue did not wish] [content to be named], left.', true],
  ['want', 'The guard, who [cue didn’t want] [content to be identified], left.', true],
  ['decline', 'The guard, who [cue declined] [content to be identified], left.', true],
  ['decline', 'The guard, who [cue declined] [content to give her name], left.', true],
  ['want', 'The guard [cue wants] [content to be named captain].', false],
  ['decline', 'The guard [cue declined] [content to give a date].', false],
  ['ask', 'The guard [cue asked] [content for a raise].', false],
  ['report', 'The paper [cue reported] [content that it had received the file anonymously].', false],
] as const)('%s: %s', (cueLemma, marked, withheld) => {
  const { text, spans } = bracketedText(marked)
  const { cue = [], content = [] } = spans
  const attribution = { cueLemma, cue, content, source: [], addressee: [], confidence: 1, parent: null, evidence: [] }
  expect(withholdsIdentity(text, { ...attribution, act: 'order' })).toBe(withheld)
})
