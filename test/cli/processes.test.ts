import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { proofSize } from '../support/proof-size.ts'
import { BRIDGE, DAM } from './articles.ts'
import { Workspace } from './hearsay.ts'

/*
 * Most tests run commands in their own process. Here each is a process of its own, which says and ends with the same;
 * what only a process has (pipes, signals, an environment, a full disk behind standard output) has its own tests.
 */

const GOLD = join(import.meta.dirname, '../../corpus/gold/boundary-call-row.json')

const workspace = new Workspace()
beforeAll(async () => {
  workspace.write('news/bridge.txt', BRIDGE)
  workspace.write('news/dam.txt', DAM)
  expect((await workspace.run(['run', 'news', '--rules'])).status).toBe(0)
})
afterAll(() => workspace.remove())

const COMMANDS: readonly (readonly [args: readonly string[]])[] = [
  [['claims', '--json']],
  [['query', 'SELECT uri, claims FROM v_article ORDER BY uri', '--csv']],
  [['show', 'dam.txt']],
  [['sources', '--json']],
  [['anonymous', '--table']],
  [['check']],
  [['verify']],
  [['export', '--format', 'csv']],
  [['correct', '--list']],
  [['doctor', '--json']],
  [['report', 'nowhere.txt']],
  [['eval', '--gold', GOLD, '--db', 'none.db']],
  [['explain', 'zzzz']],
  [['retry']],
  [['merge', 'none.db']],
  [['copy', 'none.db', 'other.db']],
  [['status', '--db', 'none.db']],
  [['enqueue', 'news']],
  [['run', 'news', '--rules']],
  [['run', 'nowhere']],
  [['read', 'news']],
  [['claim']],
  [[]],
]
/** Before a commit, one that has rows, one that finds something, one that fails, one that writes, and none at all. */
const FEW = COMMANDS.filter(([[name = '']]) => ['claims', 'check', 'explain', 'run', ''].includes(name))

it.each(proofSize(FEW, COMMANDS))('hearsay %j as a process of its own says and ends with the same', async args => {
  // A run has a number, which every run raises.
  const told = ({ status, stdout, stderr }: ReturnType<Workspace['hearsay']>) => ({
    status,
    stdout,
    stderr: stderr.replace(/^Run \d+/, 'Run'),
  })
  const process = told(workspace.hearsay(args))
  expect(process).toEqual(told(await workspace.run(args)))
  expect(process.stdout + process.stderr).not.toBe('')
  expect(process.stderr).not.toContain('A defect of Hearsay')
})
