import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'At the club\n\nThe final was judged according to the club rules. Wages are set according to rank. All went according to plan. The cake was baked according to her recipe. Goods are taxed according to their weight.',
    absent: [{ cue: 'according to' }],
  },
  {
    text: 'At the club\n\nAccording to the rules, players must wear helmets. The road would open in May, according to the plan. Rents rose by a tenth, according to the bank.',
    claims: [
      { source: 'the rules', content: 'players must wear helmets' },
      { source: 'the plan', content: 'The road would open in May' },
      { source: 'the bank', content: 'Rents rose by a tenth' },
    ],
  },
  {
    text: 'After the flood\n\nThe flood claimed eleven lives. Nell Orr called her sister from the roof. The inn charged a late fee. Her uncle told jokes. The list was released. The army maintained order.',
    absent: [
      { content: 'lives' },
      { content: 'sister' },
      { content: 'fee' },
      { content: 'jokes' },
      { cue: 'released' },
      { content: 'order' },
    ],
  },
  {
    text: 'After the flood\n\nNell Orr called her sister a liar. The rebels claimed responsibility for the blast. Prosecutors charged the clerk with theft. The union called for a strike.',
    claims: [
      { name: 'Nell Orr', cue: 'called', content: 'her sister a liar' },
      { source: 'The rebels', content: 'responsibility for the blast' },
      { source: 'Prosecutors', cue: 'charged' },
      { source: 'The union', cue: 'called for', content: 'a strike' },
    ],
  },
  {
    text: 'In court\n\nThe judge sentenced Tom Roe to six years. A court fined the firm $2 million. The jury convicted her of fraud.',
    absent: [{ cue: 'sentenced' }, { cue: 'fined' }, { cue: 'convicted' }],
  },
  {
    text: 'In court\n\nTom Roe pleaded guilty to two counts of theft on Monday and was fined. Ann Ord pleaded not guilty. The judge ruled that the search was lawful.',
    claims: [
      { name: 'Tom Roe', cue: 'pleaded', content: 'guilty to two counts of theft', act: 'statement' },
      { name: 'Ann Ord', cue: 'pleaded', content: 'not guilty', act: 'denial' },
      { source: 'The judge', cue: 'ruled', content: 'that the search was lawful' },
    ],
    absent: [{ content: 'was fined' }],
  },
  {
    text: 'Rovers held\n\nRovers conceded a late penalty and pushed for a winner. The keeper denied Bo Quist a second goal. Quist claimed his third goal in May. Town claimed all three points.',
    absent: [{ cue: 'conceded' }, { cue: 'pushed for' }, { cue: 'denied' }, { cue: 'claimed' }],
  },
  {
    text: 'In the kitchen\n\nThe recipe calls for two eggs. She ordered a beer. The summer promises to be hot. A waiter answered the phone.',
    absent: [{ cue: 'calls for' }, { cue: 'ordered' }, { cue: 'promises' }, { cue: 'answered' }],
  },
]

describe.skipIf(!hasRuntime())('senses of cues in which nothing is said', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
