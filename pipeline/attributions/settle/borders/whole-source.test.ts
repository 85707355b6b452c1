import { expect, it } from 'vitest'
import { bracketedText } from '../../../../test/support/bracketed-text.ts'
import { inOneParagraph, makeWhole, onOneSide } from './whole-source.ts'

it.each([
  ['[source The Audit Office (NAO]) [cue said] so.', 'The Audit Office (NAO)'],
  ['“So,” [cue said] [source the Audit Office (NAO]).', 'the Audit Office (NAO)'],
  ['[source One nurse, whom the paper] agreed not to name, [cue said] so.', 'One nurse'],
  ['[source One nurse, who was there], [cue said] so.', 'One nurse, who was there'],
  ['[source One nurse, who was there,] [cue said] so.', 'One nurse, who was there,'],
  ['“So,” [cue said] [source Lee, who runs it]. It rained.', 'Lee, who runs it'],
  ['It ends in [source footage of Ann Lee] [cue saying] so.', 'Ann Lee'],
  ['[source A video of Ann Lee] [cue says] so.', 'A video of Ann Lee'],
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

it.each([
  ['“Gladly,” said [source Ann Lee]; “Never,” [cue said] [source Bo Roy].', ['Bo Roy']],
  ['[source Ann Lee] [cue said] so; [source Bo Roy] left.', ['Ann Lee']],
  ['[source Ann Lee], and then [source Bo Roy], [cue said] so.', ['Ann Lee', 'Bo Roy']],
  ['“Gladly,” said [source Ann Lee]; later [cue said]: no.', ['Ann Lee']],
] as const)('the source of "%s" stands on the side of its cue', (marked, words) => {
  const { text, spans } = bracketedText(marked)
  const near = onOneSide(text, spans.source ?? [], spans.cue?.[0]?.start ?? 0)
  expect(near.map(({ start, end }) => text.slice(start, end))).toEqual(words)
})
