import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { endAtMainClause } from './end-at-main-clause.ts'

it.each([
  ['If [source he] [cue says] [content that it leaks, the board will resign].', 'that it leaks'],
  ['Had [source she] [cue said] [content that it leaked, it would be shut].', 'that it leaked'],
  ['If [source he] [cue says] [content that it leaks, stinks and rots].', 'that it leaks, stinks and rots'],
  [
    'On Monday [source he] [cue said] [content that if it leaked, the board would resign].',
    'that if it leaked, the board would resign',
  ],
] as const)('%s', (marked, content) => {
  const { text, spans } = bracketedText(marked)
  const roles = { source: spans.source ?? [], cue: spans.cue ?? [], content: spans.content ?? [] }
  const rest = { cueLemma: 'say', addressee: [], act: 'statement', confidence: 1, evidence: [] } as const
  const ended = endAtMainClause(tokenise(text), { ...roles, ...rest })
  expect(ended.content.map(({ start, end }) => text.slice(start, end))).toEqual([content])
})
