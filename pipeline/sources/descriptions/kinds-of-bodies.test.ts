import { expect, it } from 'vitest'
import { fitOf } from './kinds-of-bodies.ts'

it.each([
  ['hospital', 'Saint Orrin Infirmary', [], 'same'],
  ['airline', 'Norwind Airways', [], 'same'],
  ['carrier', 'Norwind', ['an airline'], 'same'],
  ['bank', 'Tolley Holdings', [], 'kindred'],
  ['union', 'Dock Hands Federation', [], 'kindred'],
  ['charity', 'Tolley Hospital', [], 'kindred'],
  ['union', 'Norwind Airways', [], 'clash'],
  ['church', 'Tolley Motors', [], 'clash'],
  ['hospital', 'Tolley Constabulary', [], 'clash'],
  ['bank', 'Ministry of Mines', [], 'clash'],
  ['court', 'Tolley Records', [], 'clash'],
  ['club', 'Tolley', ['a lender in the north'], 'clash'],
  ['hospital', 'Tolley Watch', [], 'unknown'],
  ['hospital', 'Tolley Group', [], 'unknown'],
  ['group', 'Norwind Airways', [], 'unknown'],
  ['hospital', 'Tolley', ['the hospital’s owner'], 'unknown'],
] as const)('“the %s” and %s, %j: %s', (noun, name, roles, fit) => {
  expect(fitOf(noun, { name, roles })).toBe(fit)
})
