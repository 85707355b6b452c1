import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE, DAM } from '../cli/articles.ts'
import { makeWorkspace, Workspace } from '../cli/hearsay.ts'
import { copyDatabase } from '../support/copy-database.ts'
import { isTurnOfOthers, proofSize } from '../support/proof-size.ts'

const DATABASE = 'out/hearsay.db'
const RUN = ['run', 'news', '--rules', '--threads', '1']

const pathOf = (workspace: Workspace) => join(workspace.folder, DATABASE)
const bytesOf = (workspace: Workspace) => readFileSync(pathOf(workspace))
const storedIn = (workspace: Workspace) => workspace.rows('SELECT uri FROM article ORDER BY uri')

const original = new Workspace()
beforeAll(async () => {
  original.write('news/dam.txt', DAM)
  expect((await original.run(RUN)).status).toBe(0)
})
afterAll(() => original.remove())

/** One article is stored, and one more waits. */
function withOneStored(): Workspace {
  const workspace = makeWorkspace()
  workspace.write('news/dam.txt', DAM)
  workspace.write('news/bridge.txt', BRIDGE)
  copyDatabase(original, workspace)
  return workspace
}

function change(workspace: Workspace, use: (database: Database.Database) => void): void {
  const database = new Database(pathOf(workspace))
  use(database)
  database.close()
}

/** Writes rubbish over a part of the database. */
function damage(workspace: Workspace, from: number, to: number): void {
  const bytes = bytesOf(workspace)
  bytes.fill(0xa5, from, to)
  writeFileSync(pathOf(workspace), bytes)
}

describe.runIf(isTurnOfOthers)('a database that cannot be used', () => {
  it.each<[string, (workspace: Workspace) => void, RegExp]>([
    ['of a newer release', workspace => change(workspace, database => database.pragma('user_version = 999')), /needs/],
    ['whose head is damaged', workspace => damage(workspace, 0, 100), /is no database|is not a database/],
    [
      'that was cut off',
      workspace => writeFileSync(pathOf(workspace), bytesOf(workspace).subarray(0, 9000)),
      /damaged/,
    ],
  ])('%s is refused with 4 and left as it is', async (_, spoil, sentence) => {
    const workspace = withOneStored()
    spoil(workspace)
    const before = bytesOf(workspace)
    for (const args of [RUN, ['retry'], ['run', '--upgrade'], ['claims']]) {
      const { status, stderr } = await workspace.run(args)
      expect(status, stderr).toBe(4)
      expect(stderr).toMatch(/^hearsay: [^\n]*\n$/)
      expect(stderr).toMatch(sentence)
    }
    expect(bytesOf(workspace).equals(before)).toBe(true)
  })

  it('damaged where the articles lie ends the run with 4 and says how to save the rest', async () => {
    const workspace = withOneStored()
    let pages: number[] = []
    change(workspace, database => {
      pages = database.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'article'").pluck().all()
    })
    for (const page of pages) damage(workspace, (page - 1) * 4096, page * 4096)
    const { status, stderr } = await workspace.run(RUN)
    expect(status, stderr).toBe(4)
    expect(stderr).toMatch(/^hearsay: [^\n]*damaged[^\n]*\.recover \[database-damaged\]\n$/)
  })

  it('locked by another program ends the run with 4; what was committed stays, and the same command goes on', async () => {
    const workspace = withOneStored()
    change(workspace, database => {
      database.prepare('BEGIN IMMEDIATE').run()
      const { status, stderr } = workspace.hearsay(RUN)
      expect(status, stderr).toBe(4)
      expect(stderr).toMatch(/is locked by another program/)
    })
    expect(storedIn(workspace)).toEqual([{ uri: 'news/dam.txt' }])
    expect((await workspace.run(RUN)).status).toBe(0)
    expect(storedIn(workspace)).toEqual([{ uri: 'news/bridge.txt' }, { uri: 'news/dam.txt' }])
  })

  it.skipIf(process.getuid === undefined)(
    'in a folder that cannot be written is refused with 4 and left as it is',
    async () => {
      const workspace = withOneStored()
      const before = bytesOf(workspace)
      chmodSync(pathOf(workspace), 0o444)
      chmodSync(join(workspace.folder, 'out'), 0o555)
      chmodSync(workspace.folder, 0o755)
      // Root may write everywhere, so root becomes nobody.
      const script = `
      const { SqliteStore } = await import(${JSON.stringify(new URL('../../src/store/sqlite/sqlite-store.ts', import.meta.url).href)})
      const { default: Database } = await import(${JSON.stringify(import.meta.resolve('better-sqlite3'))})
      new Database(':memory:').close()
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
      try {
        SqliteStore.open(process.argv[1])
        console.log('opened')
      } catch ({ exitCode, message }) { console.log(exitCode, message) }`
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script, pathOf(workspace)], {
        encoding: 'utf8',
      })
      chmodSync(join(workspace.folder, 'out'), 0o755)
      expect(stdout).toMatch(/^4 [^\n]*(?:cannot be written|cannot be opened)[^\n]*\n$/)
      expect(bytesOf(workspace).equals(before)).toBe(true)
    },
  )
})

describe.runIf(proofSize(false, true))('files that may only grow to a size', () => {
  const hearsay = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
  const ARTICLES = 120

  // In blocks of 512 bytes: from no room for the schema to room for some of the articles.
  it.each([100, 400, 700, 1000])(
    'of %i blocks end a run with 74, and every committed article is whole',
    async blocks => {
      const workspace = makeWorkspace()
      for (let number = 0; number < ARTICLES; number += 1) {
        workspace.write(`news/${number}.txt`, `Part ${number}. ${DAM} ${number}.`)
      }
      const { status, stderr } = workspace.shell(`ulimit -f ${blocks}; trap '' XFSZ; ${hearsay} ${RUN.join(' ')}`)
      expect(status, stderr).toBe(74)
      expect(stderr).toMatch(/^(?:\d+ of \d+ inputs, .*\n)*hearsay: .*(?:committed|full).*\n$/)
      const before = storedIn(workspace)
      expect(before.length).toBeLessThan(ARTICLES)
      expect((await workspace.run(RUN)).status).toBe(0)
      expect(storedIn(workspace)).toHaveLength(ARTICLES)
      expect(storedIn(workspace)).toEqual(expect.arrayContaining(before))
      expect((await workspace.run(['verify'])).status).toBe(0)
    },
  )
})
