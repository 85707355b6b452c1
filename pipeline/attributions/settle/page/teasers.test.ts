import { expect, it } from 'vitest'
import { tokenise } from '../../../tokens/stage.ts'
import { findTeasers } from './teasers.ts'

const teasersOf = (...paragraphs: string[]) => {
  const text = ['Mill to close', 'It rained. The dam held.', ...paragraphs].join('\n\n')
  return findTeasers(text, tokenise(text)).map(({ start, end }) => text.slice(start, end))
}

it('finds the headlines below a label, up to running text', () => {
  expect(
    teasersOf('People also read', 'Mayor says dam is safe', 'Union warns of strike', 'Ann Lee said it was late.'),
  ).toEqual(['People also read', 'Mayor says dam is safe', 'Union warns of strike'])
})

it.each([
  ['Read more: Mayor says dam is safe', 1],
  ['See also: Union warns of strike.', 1],
  ['Most read', 1],
  ['Related stories he told were short.', 0],
  ['Read more books, Ann Lee said.', 0],
  ['More from the mill was sold, Lee said: it was late.', 0],
])('in %j', (paragraph, count) => {
  expect(teasersOf(paragraph)).toHaveLength(count)
})
