import { expect, it } from 'vitest'
import { normaliseWords } from './normalise-words.ts'

it.each([
  ['“We’re aware […] of 1,200 cases — 5%”', 'we are aware … of 1200 cases 5 percent'],
  ['«[T]he town is ... gone»', 'the town is … gone'],
  ['that the U.S. can’t pay $3.5bn', 'the u.s can not pay 3.5 billion dollars'],
  ['The United States won’t pay us', 'the u.s will not pay us'],
  ['twenty-five per cent of five hundred', '25 percent of 500'],
  ['one of them, or 1 million', 'one of them or 1 million'],
  ['1,000,000 dollars', '1 million dollars'],
  ['£20m', '20 million pounds'],
  ['It’s Ann’s boat', "it is ann's boat"],
  ['…', ''],
  ['that', 'that'],
])('reads %s', (content, words) => {
  expect(normaliseWords(content)).toBe(words)
})
