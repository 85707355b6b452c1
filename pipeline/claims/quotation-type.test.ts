import { expect, it } from 'vitest'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { findQuotations } from '../quotations/stage.ts'
import { tokenise } from '../tokens/stage.ts'
import { quotationTypeOf } from './quotation-type.ts'

it.each([
  ['[content “It is so,”] he said, [content “I know.”]', 'direct'],
  ['He said [content it was so].', 'indirect'],
  ['He called it [content a “pillar of stability” in the region].', 'mixed'],
  ['He said [content it was so and “I know.”]', 'mixed'],
  ['“My brother [cue says] [content it leaks],” she said.', 'indirect'],
  ['“My brother [cue said]: [content ‘It leaks.’],” she said.', 'direct'],
  ['[cue “][content It leaks.]” Nobody knows who said so.', 'direct'],
  ['He declined to comment.', 'none'],
] as const)('%s is %s', (marked, type) => {
  const { text, spans } = bracketedText(marked)
  const { quotations } = findQuotations(text, tokenise(text))
  expect(quotationTypeOf(text, spans.cue ?? [], spans.content ?? [], quotations)).toBe(type)
})
