import { expect, it } from 'vitest'
import { tokenise } from '../tokens/stage.ts'
import { areNamesakes } from './likeness.ts'
import { type Kind, readReference } from './reference.ts'

function areTwo(kind: Kind, one: string, other: string): boolean {
  const read = (name: string) => {
    const { tokens } = tokenise(name)
    return readReference(tokens, { kind, from: 0, to: tokens.length })
  }
  const [a, b] = [read(one), read(other)]
  expect(areNamesakes(b, a)).toBe(areNamesakes(a, b))
  return areNamesakes(a, b)
}

it.each<[Kind, string, string]>([
  ['person', 'Ida Tarn', 'Una Tarn'],
  ['person', 'Ida Tarn', 'Ida Quist'],
  ['person', 'Governor Ida Tarn', 'Ida Quist'],
  ['place', 'North Vale', 'South Vale'],
  ['organisation', 'Supreme Court', 'Court of Appeals'],
  ['organisation', 'Tax Foundation', 'Tax Policy Centre'],
  ['organisation', 'RT', 'RT Arabia'],
  ['organisation', 'U.N.', 'U.N. Refugee Agency'],
])('tells two of a %s apart: %s, %s', (kind, one, other) => {
  expect(areTwo(kind, one, other)).toBe(true)
})

it.each<[Kind, string, string]>([
  ['person', 'Tarn', 'Ida Tarn'],
  ['person', 'I. Tarn', 'Ida Tarn'],
  ['person', 'Ida Tarn', 'Ida Marie Tarn'],
  ['person', 'Steve Tarn', 'Steven Tarn'],
  ['person', 'Ida Tarn Jr.', 'Ida Tarn'],
  ['place', 'Vale', 'North Vale'],
  ['organisation', 'Ministry of Defence', 'Defence Ministry'],
  ['organisation', 'US Congress', 'United States Congress'],
  ['organisation', 'Harrow', 'Harrow Trust'],
])('lets the %s be one: %s, %s', (kind, one, other) => {
  expect(areTwo(kind, one, other)).toBe(false)
})
