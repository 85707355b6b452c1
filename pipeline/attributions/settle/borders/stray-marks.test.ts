import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { withoutStrayMarks } from './stray-marks.ts'

it.each([
  ['Ann Lee [cue said] [content the boat was old.”] Bo Roy left.', 'the boat was old'],
  ['“It leaks.” [content ” It will be sold,”] [cue said] Ann Lee.', 'It will be sold,”'],
  ['Ann Lee [cue said] the boat was “[content old.”]', 'old.”'],
  ['Ann Lee [cue said] [content the boat was “old.”]', 'the boat was “old.”'],
  ['[content ”We know,”] [cue said] Bo Roy.', '”We know,”'],
])('%s', (marked, content) => {
  const { text, spans } = bracketedText(marked)
  const roles = { source: [], cue: spans.cue ?? [], content: spans.content ?? [], addressee: [] }
  const rest = { cueLemma: 'say', act: 'statement', confidence: 1, evidence: [] } as const
  const [only] = withoutStrayMarks(text, tokenise(text), { ...roles, ...rest }).content
  expect(text.slice(only?.start, only?.end)).toBe(content)
})
