import { expect, it } from 'vitest'
import { describeContent } from './content-cell.ts'

it.each([
  [{ negated: 0, hedged: 0 }, 'it rains'],
  [{ negated: 1, hedged: 0 }, '(negated) it rains'],
  [{ negated: false, hedged: true }, '(hedged) it rains'],
  [{ negated: true, hedged: true }, '(negated) (hedged) it rains'],
])('%j', (marks, cell) => {
  expect(describeContent({ content: 'it rains', act: 'statement', status: 'accepted', ...marks })).toBe(cell)
})

it('says which act has no content', () => {
  expect(describeContent({ content: null, act: 'no-comment', status: 'rejected', negated: 0, hedged: 0 })).toBe(
    '(rejected) (no-comment)',
  )
})
