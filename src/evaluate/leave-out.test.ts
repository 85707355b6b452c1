import { expect, it } from 'vitest'
import type { ScoredAttribution } from './gold/gold.ts'
import { leaveOutAttitudes, leaveOutNested } from './leave-out.ts'

const one = (id: string, more: Partial<ScoredAttribution>): ScoredAttribution => ({
  id,
  source: [],
  cue: [{ start: 0, end: 2 }],
  content: [],
  act: null,
  quotation: null,
  naming: null,
  entity: null,
  required: true,
  ...more,
})
const article = (...attributions: ScoredAttribution[]) => ({ name: 'a', text: 'It rains.', attributions })
const pair = {
  gold: article(one('1', { act: 'statement' }), one('2', { act: 'intention' }), one('3', {})),
  predicted: article(one('4', { act: 'belief' }), one('5', { act: 'denial', nested: true })),
}
const idsOf = ({ attributions }: { attributions: readonly ScoredAttribution[] }) => attributions.map(({ id }) => id)

it('leaves out attitudes on both sides, each by its own act, and counts them', () => {
  const { pairs, leftOut } = leaveOutAttitudes([pair])
  expect(pairs.map(({ gold, predicted }) => [idsOf(gold), idsOf(predicted)])).toEqual([[['1', '3'], ['5']]])
  expect(leftOut).toEqual({ gold: 1, predicted: 1 })
})

it('leaves out predictions that stand in the content of another', () => {
  const { pairs, leftOut } = leaveOutNested([pair])
  expect(pairs.map(({ gold, predicted }) => [idsOf(gold), idsOf(predicted)])).toEqual([[['1', '2', '3'], ['4']]])
  expect(leftOut).toEqual({ gold: 0, predicted: 1 })
})
