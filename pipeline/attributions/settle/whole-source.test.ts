import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { inOneParagraph, makeWhole } from './whole-source.ts'

it.each([
  ['[source The Audit Office (NAO]) [cue said] so.', 'The Audit Office (NAO)'],
  ['“So,” [cue said] [source the Audit Office (NAO]).', 'the Audit Office (NAO)'],
  ['[source One nurse, whom the paper] agreed not to name, [cue said] so.', 'One nurse'],
  ['[source One nurse, who was there], [cue said] so.', 'One nurse, who was there'],
  ['[source One nurse, who was there,] [cue said] so.', 'One nurse, who was there,'],
  ['“So,” [cue said] [source Lee, who runs it]. It rained.', 'Lee, who runs it'],
  ['(so [source the board (as it stands]) [cue said] then', 'the board (as it stands)'],
] as const)('the source of "%s" is whole', (marked, whole) => {
  const { text, spans } = bracketedText(marked)
  const [source = { start: 0, end: 0 }] = spans.source ?? []
  const { start, end } = makeWhole(text, source, spans.cue?.[0]?.start ?? 0)
  expect(text.slice(start, end)).toBe(whole)
})

it.each([
  ['Summit\n\nAnn Lee', ' said no.', 'Ann Lee'],
  ['Ann Lee', ' said no.', 'Ann Lee'],
  ['Ann\nLee', ' said no.', 'Ann\nLee'],
])('of %j keeps what stands in the paragraph of the cue', (source, rest, expected) => {
  const text = `${source}${rest}`
  const { start, end } = inOneParagraph(text, { start: 0, end: source.length }, source.length + 1)
  expect(text.slice(start, end)).toBe(expected)
})
