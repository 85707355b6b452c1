import { expect, it } from 'vitest'
import { tokenise } from '../../tokens/stage.ts'
import { completeHyphens } from './complete-hyphens.ts'

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
