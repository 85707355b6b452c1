import { expect, it } from 'vitest'
import { chooseTests } from './choose-tests.ts'

const QUICK = ['src/nlp/marks.test.ts', 'test/cli/run.test.ts']
const LONG = ['test/faults/kills.test.ts', 'test/cli/run-log.test.ts']

it.each([
  [[], 'behaviour', null],
  [['marks'], 'behaviour', null],
  [['kills'], 'long', 'A long proof: test/faults/kills.test.ts.'],
  [['kills', '-t', 'run'], 'long', 'A long proof: test/faults/kills.test.ts.'],
  [['cli/run'], 'behaviour', 'Long proofs of that name, for npm run check:long: test/cli/run-log.test.ts.'],
  [['-t', 'kills'], 'behaviour', null],
] as const)('npm test -- %j', (given, project, note) => {
  expect(chooseTests(given, QUICK, LONG)).toEqual({ project, note })
})
