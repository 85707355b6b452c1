import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { endWithRelative } from './end-with-relative.ts'

it.each([
  ['Ann Holm, who [cue did not say] [content where she had been, left early].', 'where she had been'],
  [
    'Ann Holm, [cue who said] [content the weir, built in May, was sound, has resigned].',
    'the weir, built in May, was sound',
  ],
  ['Ann Holm, who [cue said] [content the weir was sound].', 'the weir was sound'],
  ['It was Ann Holm, who [cue said] [content the weir, built in May, was sound].', 'the weir, built in May, was sound'],
  ['Ann Holm [cue said] [content the weir, built in May, was sound].', 'the weir, built in May, was sound'],
])('%s', (marked, content) => {
  const { text, spans } = bracketedText(marked)
  const one = {
    cue: spans.cue ?? [],
    cueLemma: 'say',
    source: [],
    content: spans.content ?? [],
    addressee: [],
    act: 'statement',
    confidence: 1,
    evidence: [],
  } as const
  const [ended] = endWithRelative(tokenise(text), one).content
  expect(text.slice(ended?.start, ended?.end)).toBe(content)
})
