import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyDatabase } from '../support/copy-database.ts'
import { DAM } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

const HEARSAY = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`

/** What every test gets a copy of. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/dam.txt', DAM)
  expect((await original.run(['run', 'news', '--quiet'])).status).toBe(0)
})
afterAll(() => original.remove())

it.each([
  ['claims --json'],
  ['export'],
  ['query "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) SELECT i FROM n"'],
  ['run news --json'],
  ['--help'],
])('%s ends with 74 and one sentence when standard output goes to a full disk', command => {
  const workspace = makeWorkspace()
  workspace.write('news/dam.txt', DAM)
  copyDatabase(original, workspace)
  const { status, stderr } = workspace.shell(`${HEARSAY} ${command} > /dev/full`)
  expect(status, stderr).toBe(74)
  expect(stderr).toMatch(/^(?:Run [^\n]*\n)?hearsay: Standard output cannot be written \(ENOSPC\): check [^\n]*\n$/)
})

it('a run is not lost with what it says on standard error', () => {
  const workspace = makeWorkspace()
  workspace.write('news/dam.txt', DAM)
  expect(workspace.shell(`${HEARSAY} run news 2> /dev/full`).status).toBe(0)
  expect(workspace.rows('SELECT status, done FROM run')).toEqual([{ status: 'finished', done: 1 }])
})
