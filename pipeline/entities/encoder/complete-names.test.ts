import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { tokenise } from '../../tokens/stage.ts'
import { completeBodies, completeHyphens } from './complete-names.ts'
import type { TaggedName } from './tagged.ts'

const shares = { person: 1, place: 0, organisation: 0, somebody: 0, body: 0 }

it.each([
  ['Lee Hae', 'Lee Hae-jin spoke.', 'Lee Hae-jin'],
  ['Wong Tse', 'They met Wong Tse-ming of the league.', 'Wong Tse-ming'],
  ['Ann Moss', 'The Ann Moss-led council met.', 'Ann Moss'],
  ['Ann Moss', 'An Ann Moss-style speech.', 'Ann Moss'],
  ['Ann Moss', 'Ann Moss - who left - spoke.', 'Ann Moss'],
])('makes %s whole in: %s', (name, text, whole) => {
  const { tokens } = tokenise(text)
  const start = text.indexOf(name)
  const from = tokens.findIndex(token => token.start === start)
  const to = tokens.findIndex(token => token.end === start + name.length) + 1
  const { to: end } = completeHyphens(tokens, { tag: 'person', from, to, probability: 1, shares })
  expect(text.slice(start, tokens[end - 1]?.end)).toBe(whole)
})

it.each([
  ['[organisation Lumen Optics A]/[organisation S] left.', ['organisation: Lumen Optics A/S']],
  ['Then Lumen Optics A/[organisation S] left.', ['organisation: Lumen Optics A/S']],
  ['Then SAG-[organisation AFTRA] left.', ['organisation: SAG-AFTRA']],
  ['Then [person Browne] & [person Leith] left.', ['organisation: Browne & Leith']],
  ['Then [organisation Ash] & [organisation Birch] & [organisation Cole] left.', ['organisation: Ash & Birch & Cole']],
  ['Then Ernst & [person Young LLP] left.', ['organisation: Ernst & Young LLP']],
  ['Then [person Ann Lee] and [person Bo Roy] left.', ['person: Ann Lee', 'person: Bo Roy']],
  ['The [place US]-[place China] talks.', ['place: US', 'place: China']],
  ['The and/or rule of [organisation Acme]. [organisation Lumen] left.', ['organisation: Acme', 'organisation: Lumen']],
])('reads bodies whole in: %s', (marked, whole) => {
  const { text, spans } = bracketedText(marked)
  const { tokens } = tokenise(text)
  const names = (['person', 'place', 'organisation'] as const).flatMap(tag =>
    (spans[tag] ?? []).map(({ start, end }): TaggedName => {
      const inside = tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []))
      return { tag, from: inside[0] as number, to: (inside.at(-1) as number) + 1, probability: 1, shares }
    }),
  )
  const found = completeBodies(tokens, names).map(
    ({ tag, from, to }) => `${tag}: ${text.slice(tokens[from]?.start, tokens[to - 1]?.end)}`,
  )
  expect([...new Set(found)]).toEqual(whole)
})
