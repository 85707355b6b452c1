import { expect, it } from 'vitest'
import { describeDetail } from './evidence-detail.ts'

it.each([
  [{ decides: ['act'] }, ['It decides act.']],
  [{ decides: ['act', 'addressee', 'source'] }, ['It decides act, addressee and source.']],
  [
    {
      runnersUp: [
        { name: 'Ann Lee', score: 0.2 },
        { name: 'Bo Roy', score: 0.1 },
      ],
    },
    ['Next best: Ann Lee (0.2); Bo Roy (0.1).'],
  ],
  [{ nested: true, goesOnFrom: 'ab12' }, ['It stands in the content of another claim.', 'It goes on from claim ab12.']],
  [{ span: 3, words: 'said', pair: [1, 2] }, ['span 3', 'words said', 'pair [1,2]']],
])('%j in words', (detail, lines) => {
  expect(describeDetail(detail)).toEqual(lines)
})
