import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE } from './articles.ts'
import { Workspace } from './hearsay.ts'

const workspace = new Workspace()
const at = (name: string) => join(workspace.folder, name)
let expected: string
beforeAll(async () => {
  workspace.write('news/bridge.txt', BRIDGE)
  expect((await workspace.run(['run', 'news', '--db', 'own.db'])).status).toBe(0)
  expected = (await exportTo('-')).stdout
  expect(expected).toContain('bridge will open')
})
afterAll(() => workspace.remove())

const exportTo = async (target: string, database = 'own.db') =>
  await workspace.run(['export', '--db', database, '-o', target])

describe('export --output', () => {
  it('writes through a symbolic link, which stays one', async () => {
    mkdirSync(at('elsewhere'))
    workspace.write('elsewhere/target.jsonl', 'old')
    symlinkSync('elsewhere/target.jsonl', at('link.jsonl'))
    expect((await exportTo('link.jsonl')).status).toBe(0)
    expect(lstatSync(at('link.jsonl')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('elsewhere/target.jsonl'), 'utf8')).toBe(expected)
    expect(readdirSync(at('elsewhere'))).toEqual(['target.jsonl'])
  })

  it('writes into a pipe, which stays one', () => {
    const command = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
    const { stdout } = workspace.shell(`mkfifo pipe; cat pipe & ${command} export --db own.db -o pipe; wait`)
    expect(stdout).toBe(expected)
    expect(statSync(at('pipe')).isFIFO()).toBe(true)
  })

  it('refuses a link that leads nowhere, a folder, and a place in no folder', async () => {
    symlinkSync('nowhere.jsonl', at('dangling.jsonl'))
    expect(await exportTo('dangling.jsonl')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/leads nowhere/),
    })
    expect(await exportTo('news')).toMatchObject({
      status: 74,
      stderr: expect.stringMatching(/^hearsay: [^\n]*EISDIR/),
    })
    expect(await exportTo('no/x.jsonl')).toMatchObject({
      status: 74,
      stderr: expect.stringMatching(/^hearsay: [^\n]*ENOENT/),
    })
    expect(readdirSync(workspace.folder)).not.toContain('nowhere.jsonl')
  })

  it.each(['own.db', 'own.db-wal', 'own.db-shm', 'own.db-journal'])(
    'refuses %s, which is of the database',
    async target => {
      const { status, stderr } = await exportTo(target)
      expect(status).toBe(2)
      expect(stderr).toMatch(/^hearsay: own\.db\S* (?:is the database itself|belongs to the database); [^\n]*\n$/)
      expect((await exportTo('-')).stdout).toBe(expected)
    },
  )

  it.each([
    ['a symbolic link', 'soft.jsonl', () => symlinkSync('own.db', at('soft.jsonl'))],
    ['a hard link', 'hard.jsonl', () => linkSync(at('own.db'), at('hard.jsonl'))],
    ['a folder that is a link', 'here/own.db-wal', () => symlinkSync('.', at('here'))],
  ])('refuses the database behind %s', async (_, target, link) => {
    link()
    expect((await exportTo(target)).status).toBe(2)
    expect((await exportTo('-')).stdout).toBe(expected)
  })

  it('refuses the log beside the real database when --db is a link to it', async () => {
    mkdirSync(at('real'))
    copyFileSync(at('own.db'), at('real/copy.db'))
    symlinkSync('real/copy.db', at('linked.db'))
    expect((await exportTo('real/copy.db-wal', 'linked.db')).status).toBe(2)
  })
})
