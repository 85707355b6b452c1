import { expect, it } from 'vitest'
import { toPlainLetters } from './latin-letters.ts'
import { readWithWink } from './wink.ts'

it.each([
  ['Łukasz Wiśniewski', 'Lukasz Wisniewski'],
  ['Ayşe Yılmaz', 'Ayse Yilmaz'],
  ['Đỗ Thị Hạnh', 'Do Thi Hanh'],
  ['Ștefan Țurcanu', 'Stefan Turcanu'],
  ['José Müller', 'José Müller'],
  ['Москва 東京', 'Москва 東京'],
])('%s has plain letters', (text, plain) => {
  expect(toPlainLetters(text)).toBe(plain)
})

it('leaves words with marked letters whole, in their own letters', () => {
  const { tokens } = readWithWink('Łukasz Wiśniewski and Nguyễn Thị Hạnh can’t wait.')
  expect(tokens.map(({ text }) => text)).toEqual('Łukasz|Wiśniewski|and|Nguyễn|Thị|Hạnh|ca|n’t|wait|.'.split('|'))
  expect(tokens[1]).toMatchObject({ lower: 'wiśniewski', pos: 'PROPN', start: 7, end: 17 })
})
