import { expect, it } from 'vitest'
import type { Naming, SourceKind } from '../../domain/labels.ts'
import { compareSpeakers } from './compare-speakers.ts'

const source = (name: string | null, kind: SourceKind | null = 'person', naming: Naming = 'named') => ({
  text: name ?? 'officials',
  name,
  naming,
  kind,
  affiliation: kind === 'person' ? 'Harbour Board' : null,
})

it.each([
  ['Ann Lee', 'Ann Lee'],
  ['Lee', 'Ann Lee'],
  ['Ms Lee', 'Ann Lee'],
  ['Ann Lee', 'Lee'],
  ['Prime Minister Ann Lee', 'Ann Lee'],
  ['A. M. Lee', 'Ann Marie Lee'],
  ['Ann Lee', 'Ann Marie Lee'],
  ['LEE', 'Ann Lee'],
  ['Ann Lee', 'MAYOR LEE'],
  ['José Núñez', 'Jose Nunez'],
  ["O'Brien", 'Conor O’Brien'],
  ['King', 'Stephen King'],
  ['Marchetti, Jo', 'Jo Marchetti'],
  ['Jo Marchetti', 'Marchetti, Jo'],
  ['Marchetti, J.', 'Jo Ann Marchetti'],
  ['King, Jr.', 'Martin King'],
])('%s agrees with %s', (by, name) => {
  expect(compareSpeakers(by, source(name), null)).toBe('agrees')
})

it.each([
  ['Bob Lee', 'Ann Lee'],
  ['B. Lee', 'Ann Lee'],
  ['Bob Roy', 'Ann Lee'],
  ['Roy', 'Ann Lee'],
  ['Mayor Roy', 'Mayor Lee'],
  ['Marchetti, Bo', 'Jo Marchetti'],
  ['Jo, Marchetti', 'Jo Marchetti'],
])('%s contradicts %s', (by, name) => {
  expect(compareSpeakers(by, source(name), null)).toBe('differs')
})

it.each([
  ['WHO', 'World Health Organization', 'agrees'],
  ['the Coast Guard', 'Philippine Coast Guard', 'agrees'],
  ['Orkney Council', 'Isles Council', 'differs'],
  ['Ann Lee', 'Isles Council', 'open'],
] as const)('of a body, %s and %s: %s', (by, name, speaker) => {
  expect(compareSpeakers(by, source(name, 'organisation'), null)).toBe(speaker)
})

it('two bodies that are known contradict each other, a person and a body do not', () => {
  expect(compareSpeakers('Dakila Sea Lines', source('Isles Council', 'organisation'), 'organisation')).toBe('differs')
  expect(compareSpeakers('Ann Lee', source('Isles Council', 'organisation'), 'person')).toBe('open')
})

it.each([
  ['a role', 'the mayor', source('Ann Lee')],
  ['a pronoun', 'He', source('Ann Lee')],
  ['a body that the source speaks for', 'the Harbour Board', source('Ann Lee')],
  ['a source without a name', 'Ann Lee', source(null, 'group', 'unnamed')],
  ['an anonymous source', 'Ann Lee', source(null, 'person', 'anonymous')],
  ['no source', 'Ann Lee', null],
])('leaves it open: %s', (_, by, given) => {
  expect(compareSpeakers(by, given, null)).toBe('open')
})
