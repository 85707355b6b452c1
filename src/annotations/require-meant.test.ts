import { expect, it } from 'vitest'
import { readBrat } from './readers/read-brat.ts'
import { requireMeant } from './require-meant.ts'

const file = readBrat('a.ann', 'R1\tOVERLAP Arg1:T1 Arg2:T2\n', null, null)
const empty = readBrat('a.ann', '\n', null, null)

it.each([
  [file, 2, 2, true],
  [file, 3, 6, true],
  [file, 3, 5, false],
  [file, 40, 90, true],
  [file, 46, 90, false],
  [empty, 0, 0, true],
  [empty, 1, 1, false],
])('takes half of an article or two claims for deleted, and more for lost', (article, deleted, expected, isMeant) => {
  const check = () => requireMeant(article, 'bridge.txt', { deleted, expected })
  if (isMeant) expect(check).not.toThrow()
  else expect(check).toThrow(/^a\.ann .*“bridge\.txt”.* say --allow-many-deletions; nothing was taken over\.$/)
})

it('takes an attribution without its event for damage, whatever else is there', () => {
  const orphan = readBrat(
    'a.ann',
    'T1\tAttribution 0 3\tabc\nT2\tCue 0 3\tabc\nT3\tAttribution 0 3\tabc\nE1\tAttribution:T3 Cue:T2\n',
    null,
    null,
  )
  expect(() => requireMeant(orphan, 'bridge.txt', { deleted: 0, expected: 0 })).toThrow(/has T1, /)
})
