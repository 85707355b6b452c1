import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'In court\n\nThe anti-graft agency had alleged in its proof of evidence that the mayor bought two houses with the money.',
    claims: [{ source: 'The anti-graft agency', content: 'that the mayor bought two houses with the money' }],
  },
  {
    text: 'On stage\n\nDirector Hamish Rae defended the pace. The women in the letters spent most of their lives waiting, he pointed out, “so the audience can manage seven minutes”.',
    claims: [
      {
        name: 'Hamish Rae',
        cue: 'pointed out',
        content:
          'The women in the letters spent most of their lives waiting … “so the audience can manage seven minutes”',
      },
    ],
  },
  {
    text: 'Care row\n\nThe department said it was spending more. But the College of Carers accused ministers of “warm words”, with its regional director, Paul Henley, claiming that vacancies in the north had risen by a fifth.',
    claims: [{ name: 'Paul Henley', cue: 'claiming' }],
  },
  {
    text: 'In court\n\nA high court remanded a former mayor in custody. A judge in Texas blocked a rule that bans the drug. The judge ruled that the search was lawful.',
    claims: [{ cue: 'ruled' }],
    absent: [{ cue: 'remanded' }, { cue: 'blocked' }],
  },
]

describe.skipIf(!hasRuntime())('parts of claims', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
