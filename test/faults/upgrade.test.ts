import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE, DAM } from '../cli/articles.ts'
import { makeWorkspace, Workspace } from '../cli/hearsay.ts'
import { copyDatabase } from '../support/copy-database.ts'

const NEWER = join(import.meta.dirname, 'analysers/newer-hearsay.ts')
const UPGRADE = ['run', '--upgrade', '--rules']

/** What every test gets a copy of: two articles that this release analysed, and no files. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  original.write('news/dam.txt', DAM)
  expect((await original.run(['run', 'news', '--rules'])).status).toBe(0)
  rmSync(join(original.folder, 'news'), { recursive: true })
})
afterAll(() => original.remove())

function withStored(): Workspace {
  const workspace = makeWorkspace()
  copyDatabase(original, workspace)
  return workspace
}

const newer = async (workspace: Workspace, args: readonly string[]) => await workspace.start(args, NEWER).outcome()
const count = (workspace: Workspace, table: string) =>
  workspace.rows(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows as number

describe('hearsay run --upgrade', () => {
  it('analyses from the stored text what older stages analysed, though the files are gone', async () => {
    const workspace = withStored()
    const claims = count(workspace, 'claim')
    const { status, stderr } = await newer(workspace, UPGRADE)
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('Run 2 finished: 2 inputs, of which 2 analysed, 0 known already')
    expect(count(workspace, 'claim')).toBe(claims - 2)
    expect(workspace.rows("SELECT version, run_id FROM done WHERE stage = 'claims' GROUP BY 1, 2")).toHaveLength(1)
    const verified = await workspace.run(['verify'])
    expect(verified.status, verified.stdout).toBe(0)
  })

  it('keeps the old run, adds no input and no version, and finds nothing the second time', async () => {
    const workspace = withStored()
    const inputs = 'SELECT location, uri, raw_sha256, decoded_how, retrieved_at, seen_at, status, times FROM input'
    const before = workspace.rows(inputs)
    await newer(workspace, UPGRADE)
    expect(workspace.rows('SELECT id, status, stages FROM run')).toMatchObject([
      { id: 1, status: 'finished', stages: original.rows('SELECT stages FROM run')[0]?.stages },
      { id: 2, status: 'finished' },
    ])
    expect(workspace.rows(inputs)).toEqual(before)
    expect(workspace.rows('SELECT versions FROM v_version')).toEqual([{ versions: 1 }, { versions: 1 }])
    const { stderr } = await newer(workspace, UPGRADE)
    expect(stderr).toBe('Nothing to upgrade: every article was analysed as it would be now.\n')
    expect(count(workspace, 'run')).toBe(2)
  })

  it('leaves alone what these stages have analysed, and what newer ones have', async () => {
    const workspace = withStored()
    const stale = new Database(join(workspace.folder, 'out/hearsay.db'))
    stale.exec(`UPDATE done SET version = version - 1 WHERE stage = 'claims'
      AND article_rowid = (SELECT rowid FROM article WHERE uri = 'news/dam.txt')`)
    stale.close()
    const { stderr } = await workspace.run(UPGRADE)
    expect(stderr).toContain('1 input, of which 1 analysed')
    expect(workspace.rows('SELECT uri, run_id FROM v_article ORDER BY uri')).toEqual([
      { uri: 'news/bridge.txt', run_id: 1 },
      { uri: 'news/dam.txt', run_id: 2 },
    ])
    await newer(workspace, UPGRADE)
    expect((await workspace.run(UPGRADE)).stderr).toContain('Nothing to upgrade')
  })

  it('takes an article that another engine analysed for stale, whichever version that has', async () => {
    const workspace = withStored()
    const engines = "SELECT DISTINCT engine, model <> '' AS learned FROM done WHERE stage = 'attributions'"
    expect(workspace.rows(engines)).toEqual([{ engine: 'rules', learned: 0 }])
    expect((await workspace.run(['run', '--upgrade', '--fast'])).stderr).toContain('2 inputs, of which 2 analysed')
    expect(workspace.rows(engines)).toEqual([{ engine: 'linear', learned: 1 }])
    expect((await workspace.run(UPGRADE)).stderr).toContain('2 inputs, of which 2 analysed')
    expect(workspace.rows(engines)).toEqual([{ engine: 'rules', learned: 0 }])
    expect((await workspace.run(UPGRADE)).stderr).toContain('Nothing to upgrade')
  })

  it('can be stopped by kill -9 and run again: each article is old or new, and in the end all are new', async () => {
    const workspace = withStored()
    const run = workspace.start(UPGRADE, NEWER)
    await new Promise(resolve => setTimeout(resolve, 900))
    run.kill('SIGKILL')
    await run.outcome()
    const { status, stderr } = await newer(workspace, UPGRADE)
    expect(status, stderr).toBe(0)
    expect(workspace.rows("SELECT DISTINCT version FROM done WHERE stage = 'claims'")).toHaveLength(1)
    expect(count(workspace, 'article')).toBe(2)
    const verified = await workspace.run(['verify'])
    expect(verified.status, verified.stdout).toBe(0)
  })

  it('says so where there is no database', async () => {
    const { status, stderr } = await makeWorkspace().run(UPGRADE)
    expect(status).toBe(4)
    expect(stderr).toContain('There is no database at out/hearsay.db')
  })
})

describe('corrections', () => {
  const CLAIMS = 'SELECT id, status, name, uri FROM v_claim ORDER BY uri, start, id'

  it('outlive a rerun and an upgrade; one whose claim is gone stays on the list', async () => {
    const workspace = withStored()
    const claims = workspace.rows(CLAIMS).filter(({ uri }) => uri === 'news/bridge.txt')
    const [lost, rejected, renamed] = claims.map(({ id }) => id as string) as [string, string, string]
    await workspace.run(['correct', lost, rejected, '--reject', '--by', 'eg'])
    await workspace.run(['correct', renamed, '--source', 'Wangari Otieno'])
    workspace.write('news/bridge.txt', BRIDGE)
    expect((await workspace.run(['run', 'news', '--rules'])).stderr).toContain('1 known already')
    const corrected = [
      { id: rejected, status: 'rejected' },
      { id: renamed, status: 'accepted', name: 'Wangari Otieno' },
    ]
    expect(workspace.rows(CLAIMS)).toMatchObject(
      expect.arrayContaining(corrected.map(row => expect.objectContaining(row))),
    )

    const { stderr } = await newer(workspace, UPGRADE)
    expect(stderr).toContain('1 corrected claim found no more; hearsay correct --list shows them.')
    const after = workspace.rows(CLAIMS)
    expect(after.map(({ id }) => id)).not.toContain(lost)
    for (const row of corrected) expect(after).toContainEqual(expect.objectContaining(row))
    const list = JSON.parse((await workspace.run(['correct', '--list', '--json'])).stdout)
    expect(list).toMatchObject([
      { claim_id: lost, found: false, state: 'in force', verdict: 'rejected', corrected_by: 'eg' },
      { claim_id: rejected, found: true },
      { claim_id: renamed, found: true },
    ])
  })
})
