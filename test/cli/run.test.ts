import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase } from '../support/copy-database.ts'
import { BRIDGE, DAM, PNG } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'
import type { Outcome } from './outcome.ts'

/** By rules alone, where it does not matter how claims are found: nothing has to be loaded. */
const RUN = ['run', '--engine', 'rules']

const TABLES = ['article', 'claim', 'claim_span', 'source', 'evidence', 'candidate', 'mention', 'entity', 'done']

function withArticles(workspace = makeWorkspace()): Workspace {
  workspace.write('news/bridge.txt', BRIDGE)
  workspace.write('news/dam.txt', DAM)
  return workspace
}

/** Two articles in a folder, and the first run over them. */
const original = new Workspace()
let first: Outcome
beforeAll(async () => {
  first = await withArticles(original).run([...RUN, 'news', '--threads', '1', '--timeout', '7.5'])
})
afterAll(() => original.remove())

/** The same, as that run left it. */
function afterFirstRun(): Workspace {
  const workspace = withArticles()
  copyDatabase(original, workspace)
  return workspace
}

const tableSizes = (workspace: Workspace) =>
  TABLES.map(table => [table, workspace.rows(`SELECT count(*) AS rows FROM ${table}`)])

describe('hearsay run', () => {
  it('reads a folder into the default database and says what became of it on standard error', () => {
    const { status, stdout, stderr } = first
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(
      /^(?:\d+ of 2 inputs, .*\n)*Run 1 finished: 2 inputs, of which 2 analysed, 0 known already, 0 skipped, 0 failed; \d+ new claims in out\/hearsay\.db\.\n$/,
    )
    expect(original.rows('SELECT uri FROM article ORDER BY uri')).toEqual([
      { uri: 'news/bridge.txt' },
      { uri: 'news/dam.txt' },
    ])
  })

  it('says which files of a folder it leaves out', async () => {
    const workspace = afterFirstRun()
    for (const name of ['a.csv', 'deep/b.json', 'deep/c.csv', 'README.md']) workspace.write(`news/${name}`, 'x')
    const { stdout, stderr } = await workspace.run([...RUN, 'news', '--json'])
    expect(stderr).toContain('4 files left out of news (.csv, .json, README.md): name them, or give --format.\n')
    expect(JSON.parse(stdout)).toMatchObject({ inputs: 2, leftOut: 4 })
    expect((await workspace.run([...RUN, 'news', '--quiet'])).stderr).toBe('')
  })

  it('adds nothing when it is run again', async () => {
    const workspace = afterFirstRun()
    const before = tableSizes(workspace)
    const { status, stderr } = await workspace.run([...RUN, 'news'])
    expect(status).toBe(0)
    expect(stderr).toContain('2 inputs, of which 0 analysed, 2 known already')
    expect(tableSizes(workspace)).toEqual(before)
    expect(before.map(([, rows]) => rows)).not.toContainEqual([])
  })

  it('stores the same with one thread and with two: exports are equal to the byte', async () => {
    const workspace = withArticles()
    for (let number = 0; number < 6; number += 1) {
      workspace.write(
        `news/more/${number}.txt`,
        `${number === 0 ? '' : `Part ${number}. `}${number % 2 ? BRIDGE : DAM}`,
      )
    }
    for (const threads of ['1', '2']) {
      const { status } = await workspace.run(['run', 'news', '--threads', threads, '--db', `${threads}.db`])
      expect(status).toBe(0)
    }
    const exportOf = async (threads: number, format: string) =>
      (await workspace.run(['export', '--format', format, '--db', `${threads}.db`])).stdout
    for (const format of ['jsonl', 'csv']) expect(await exportOf(1, format)).toBe(await exportOf(2, format))
    expect((await exportOf(1, 'jsonl')).split('\n').length).toBeGreaterThan(20)
  })

  it('reads standard input', async () => {
    const workspace = makeWorkspace()
    expect((await workspace.run([...RUN, '-'], { input: DAM })).status).toBe(0)
    expect(workspace.rows('SELECT uri, text FROM article')).toEqual([{ uri: '-', text: DAM }])
  })

  it.each([
    ['standard input', '-', '-'],
    ['a file', 'empty.txt', 'empty.txt'],
    ['a folder of empty files', 'empties', 'empties/a.txt'],
  ])('skips %s without text, and makes no database for it', async (_, path, uri) => {
    const workspace = makeWorkspace()
    workspace.write('empty.txt', '')
    workspace.write('empties/a.txt', ' \n')
    const { status, stdout, stderr } = await workspace.run([...RUN, path, '--json'], { input: '' })
    expect(status).toBe(0)
    expect(stderr).toBe(
      `${uri} skipped: empty.\nNothing to store: 1 input, of which 0 analysed, 0 known already, 1 skipped, 0 failed; ` +
        'no run was made.\n',
    )
    expect(JSON.parse(stdout)).toMatchObject({ run: null, status: 'finished', inputs: 1, skipped: 1 })
    expect(existsSync(join(workspace.folder, 'out'))).toBe(false)
  })

  it('stores what it skipped before the first article', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', '')
    workspace.write('news/b.txt', DAM)
    expect((await workspace.run([...RUN, 'news'])).stderr).toContain(
      '2 inputs, of which 1 analysed, 0 known already, 1 skip',
    )
    expect(workspace.rows("SELECT uri, reason FROM input WHERE status = 'skipped'")).toEqual([
      { uri: 'news/a.txt', reason: 'empty' },
    ])
  })

  it('analyses a short article in the least memory that can be given', async () => {
    const workspace = withArticles()
    const { status, stderr } = await workspace.run(['run', 'news', '--max-heap', '128'])
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('2 inputs, of which 2 analysed')
  })

  it('ends with 3 when an input failed, having done the others, and names it', async () => {
    const workspace = withArticles()
    workspace.write('news/photo.txt', PNG)
    workspace.write('news/long.txt', 'word '.repeat(2000))
    const { status, stderr } = await workspace.run([...RUN, 'news', '--max-bytes', '5000'])
    expect(status).toBe(3)
    expect(stderr).toContain('news/photo.txt failed (not-text): it is a PNG image, not text')
    expect(stderr).toContain('news/long.txt failed (too-large): it is larger than the limit of 5000 bytes')
    expect(stderr).toContain('4 inputs, of which 2 analysed, 0 known already, 0 skipped, 2 failed')
    expect(workspace.rows('SELECT uri, kind FROM dead_letter ORDER BY uri')).toEqual([
      { uri: 'news/long.txt', kind: 'too-large' },
      { uri: 'news/photo.txt', kind: 'not-text' },
    ])
  })

  it('skips and reports empty files and symbolic links, which is no failure', async () => {
    const workspace = withArticles()
    workspace.write('news/empty.txt', '')
    symlinkSync('dam.txt', join(workspace.folder, 'news/link.txt'))
    const { status, stderr } = await workspace.run([...RUN, 'news'])
    expect(status).toBe(0)
    expect(stderr).toContain('news/empty.txt skipped: empty.')
    expect(stderr).toContain('news/link.txt skipped: symbolic link: give its target instead.')
    expect(stderr).toContain('4 inputs, of which 2 analysed, 0 known already, 2 skipped, 0 failed')
  })

  it('counts the same text under another name as known', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/dam.txt', DAM)
    workspace.write('news/copy.txt', DAM)
    expect((await workspace.run([...RUN, 'news'])).stderr).toContain('2 inputs, of which 1 analysed, 1 known already')
  })

  it('prints its counts as JSON, or nothing at all', async () => {
    const workspace = afterFirstRun()
    const quiet = await workspace.run([...RUN, 'news', '--quiet'])
    expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' })
    const { stdout } = await workspace.run([...RUN, 'news', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      run: 3,
      status: 'finished',
      database: 'out/hearsay.db',
      inputs: 2,
      leftOut: 0,
      done: 0,
      unchanged: 2,
      skipped: 0,
      dead: 0,
      claims: 0,
    })
  })

  it('takes the database from HEARSAY_DB, and from --db before that', () => {
    const workspace = afterFirstRun()
    const run = workspace.hearsay([...RUN, 'news'], { env: { HEARSAY_DB: 'mine.db' } })
    expect(run.status, run.stderr).toBe(0)
    expect(workspace.rows('SELECT count(*) AS articles FROM article', 'mine.db')).toEqual([{ articles: 2 }])
    const args = ['claims', '--db', 'out/hearsay.db', '--json']
    const { stdout } = workspace.hearsay(args, { env: { HEARSAY_DB: 'nowhere.db' } })
    expect(JSON.parse(stdout).length).toBeGreaterThan(0)
  })

  it('keeps what the claims depend on with the run', () => {
    const [run] = original.rows('SELECT hearsay, node, libraries, stages, options FROM run')
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(run).toMatchObject({ hearsay: version, node: process.versions.node })
    expect(JSON.parse(run?.libraries as string)).toHaveProperty('wink-nlp')
    expect(JSON.parse(run?.stages as string)).toContainEqual({ name: 'claims', version: expect.any(Number) })
    expect(JSON.parse(run?.options as string)).toMatchObject({ threads: 1, timeoutMs: 7500 })
  })
})
