import { expect, it } from 'vitest'
import { reconcileContent } from './reconcile-content.ts'

function reconcile(text: string, learned: string, ruled: string): string {
  const spanOf = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  return reconcileContent(text, spanOf(learned), spanOf(ruled))
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ')
}

it.each([
  [
    'goes on after a dash without spaces',
    'It ordered a rise in fares—from 2 to 3 crowns.',
    'a rise in fares',
    'a rise in fares—from 2 to 3 crowns',
    'rule',
  ],
  [
    'goes on in the next paragraph of a quotation',
    '“I ran.\n\n“Then I hid,” he said.',
    '“I ran.',
    '“I ran.\n\n“Then I hid,”',
    'rule',
  ],
  [
    'ends before what the source did next',
    'She said it leaks but ruled out repairs.',
    'it leaks but ruled out repairs',
    'it leaks',
    'rule',
  ],
  [
    'ends before whom the source cites',
    'He said it leaks, citing two guards.',
    'it leaks, citing two guards',
    'it leaks',
    'rule',
  ],
  [
    'breaks off elsewhere',
    'She said it leaks, adding to the doubts.',
    'it leaks',
    'it leaks, adding to the doubts',
    'model',
  ],
  [
    'begins inside a quotation',
    '“It leaks, and it creaks,” he said.',
    'and it creaks,”',
    '“It leaks, and it creaks,”',
    'rule',
  ],
  [
    'ends inside a quotation',
    'He said: “It leaks, and it creaks.”',
    '“It leaks,',
    '“It leaks, and it creaks.”',
    'rule',
  ],
  [
    'begins with what joins it to another’s',
    '“We lost,” said Lee, and “they won,” said Roy.',
    'and “they won,”',
    '“they won,”',
    'rule',
  ],
  ['begins elsewhere', 'She said on Monday it leaks.', 'it leaks', 'on Monday it leaks', 'model'],
] as const)('content that %s', (_, text, learned, ruled, decides) => {
  expect(reconcile(text, learned, ruled)).toBe(decides === 'rule' ? ruled : learned)
})

it('makes one of two pieces of a quotation', () => {
  const text = '“It leaks, and it creaks, and it sways,” he said.'
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const whole = spanOf('“It leaks, and it creaks, and it sways,”')
  expect(reconcileContent(text, [spanOf('It leaks'), spanOf('and it sways')], [whole])).toEqual([whole])
})
