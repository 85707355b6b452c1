import { expect, it } from 'vitest'
import { tokenise } from '../tokens/stage.ts'
import { findNameBeside } from './beside-owner.ts'

/** The name beside what the pronoun has; names are the capitalised pairs of words. */
function nameBeside(text: string, pronoun: string): string | null {
  const { tokens } = tokenise(text)
  const begins = new Map<number, number>()
  const ends = new Map<number, number>()
  for (let i = 0; i < tokens.length - 1; i += 1) {
    if (tokens[i]?.pos !== 'PROPN' || tokens[i + 1]?.pos !== 'PROPN') continue
    begins.set(i, i)
    ends.set(i + 2, i)
  }
  const at = tokens.findIndex(({ lower }) => lower === pronoun)
  const found = findNameBeside(tokens, at, { begins, ends, endOf: name => name + 2 })
  return found === null ? null : `${tokens[found]?.text} ${tokens[found + 1]?.text}`
}

it.each([
  ['Her lawyer, Ann Bole, said no.', 'her', 'Ann Bole'],
  ['He met his parish priest Tom Vane in Leeds.', 'his', 'Tom Vane'],
  ['Ann Bole, her lawyer, said no.', 'her', 'Ann Bole'],
  ['Ann Bole, 34, his cousin from Leeds, said no.', 'his', 'Ann Bole'],
  ['They met Ann Bole, their teacher.', 'their', 'Ann Bole'],
  ['Sam Pell, his wife, Jo Pell, and two sons left.', 'his', 'Jo Pell'],
  ['Sam Pell, his wife and two sons left.', 'his', null],
  ['In her house, Ann Bole slept.', 'her', null],
  ['Ann Bole, her bag in hand, left.', 'her', null],
  ['For her lawyer, Ann Bole bought tea.', 'her', null],
])('%s', (text, pronoun, name) => {
  expect(nameBeside(text, pronoun)).toBe(name)
})
