import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { BRIDGE, DAM, PNG } from '../cli/articles.ts'
import { makeWorkspace, type RunningHearsay, until, type Workspace } from '../cli/hearsay.ts'

const WATCH = ['run', 'news', '--watch', '--rules', '--threads', '1']
const POISONED = join(import.meta.dirname, 'analysers/poisoned-hearsay.ts')

function withFolder(): Workspace {
  const workspace = makeWorkspace()
  mkdirSync(join(workspace.folder, 'news'))
  return workspace
}

async function untilStored(workspace: Workspace, run: RunningHearsay, ...uris: string[]): Promise<void> {
  await until(() => {
    const stored = workspace.rows('SELECT DISTINCT uri FROM article').map(({ uri }) => uri)
    return run.hasEnded || uris.every(uri => stored.includes(uri))
  })
  expect(run.hasEnded, run.stderr).toBe(false)
}

async function interrupt(run: RunningHearsay) {
  run.kill('SIGINT')
  return await run.outcome()
}

describe('run --watch', () => {
  it('reads what is there, what comes and what changes, until Ctrl-C, which loses nothing', async () => {
    const workspace = withFolder()
    workspace.write('news/bridge.txt', BRIDGE)
    const run = workspace.start(WATCH)
    await untilStored(workspace, run, 'news/bridge.txt')
    workspace.write('news/photo.txt', PNG)
    workspace.write('news/today/dam.txt', DAM)
    await untilStored(workspace, run, 'news/today/dam.txt')
    workspace.write('news/bridge.txt', `${BRIDGE}\nIt was closed on Monday.\n`)
    await until(() => workspace.rows('SELECT 1 FROM article').length === 3 || run.hasEnded)

    const { status, stderr } = await interrupt(run)
    expect(status, stderr).toBe(130)
    expect(stderr).toMatch(/^Watching news; press Ctrl-C to end\.\nStopping when/)
    expect(stderr).toContain('Run 1 stopped: 4 inputs, of which 3 analysed, 0 known already, 0 skipped, 1 failed')
    expect(workspace.rows('SELECT status, inputs, done, dead FROM run')).toEqual([
      { status: 'stopped', inputs: 4, done: 3, dead: 1 },
    ])
    expect(workspace.rows("SELECT 1 FROM article WHERE uri = 'news/bridge.txt'")).toHaveLength(2)
    expect((await workspace.run(['verify'])).status).toBe(0)
    expect((await workspace.run(['run', 'news', '--rules', '--json'])).stdout).toContain('"unchanged": 2')
  })

  it('knows a file again that was only touched or moved', async () => {
    const workspace = withFolder()
    workspace.write('news/bridge.txt', BRIDGE)
    const run = workspace.start(WATCH)
    await untilStored(workspace, run, 'news/bridge.txt')
    renameSync(join(workspace.folder, 'news/bridge.txt'), join(workspace.folder, 'news/again.txt'))
    await until(() => workspace.rows('SELECT 1 FROM input').length === 2 || run.hasEnded)
    workspace.write('news/again.txt', BRIDGE)
    workspace.write('news/dam.txt', DAM)
    await untilStored(workspace, run, 'news/dam.txt')
    const { status, stderr } = await interrupt(run)
    expect(status, stderr).toBe(130)
    expect(workspace.rows('SELECT location, status FROM input ORDER BY location')).toEqual(
      ['news/again.txt', 'news/bridge.txt', 'news/dam.txt'].map(location => ({ location, status: 'done' })),
    )
    expect(workspace.rows('SELECT done, inputs - done - unchanged AS others FROM run')).toEqual([
      { done: 2, others: 0 },
    ])
  })

  it('goes on after an article that fails', async () => {
    const workspace = withFolder()
    const run = workspace.start(WATCH, POISONED)
    workspace.write('news/exit.txt', 'POISON-EXIT')
    await until(() => workspace.rows('SELECT 1 FROM dead_letter').length === 1 || run.hasEnded)
    workspace.write('news/dam.txt', DAM)
    await untilStored(workspace, run, 'news/dam.txt')
    expect((await interrupt(run)).status).toBe(130)
    expect(workspace.rows('SELECT uri, kind, attempts FROM dead_letter')).toEqual([
      { uri: 'news/exit.txt', kind: 'exit', attempts: 1 },
    ])
  })

  it('holds the database from its start: every other run is refused and names it, corrections are not', async () => {
    const workspace = withFolder()
    workspace.write('news/dam.txt', DAM)
    workspace.write('news/poison.txt', 'POISON-THROW')
    const first = workspace.start(['run', 'news', '--rules'], POISONED)
    expect((await first.outcome()).status).toBe(3)
    const [claim] = workspace.rows('SELECT id FROM claim')

    const run = workspace.start(WATCH, POISONED)
    await until(() => workspace.rows("SELECT 1 FROM run WHERE status = 'running'").length === 1 || run.hasEnded)
    for (const others of [['run', 'news'], ['run', '--upgrade'], ['retry'], ['run', 'news', '--watch']]) {
      const { status, stderr } = await workspace.run(others)
      expect(status, stderr).toBe(4)
      expect(stderr).toMatch(/hearsay: [^\n]*in use by run 2, process \d+[^\n]*\n$/)
    }
    const corrected = await workspace.run(['correct', String(claim?.id), '--reject'])
    expect(corrected.status, corrected.stderr).toBe(0)
    expect((await interrupt(run)).status).toBe(130)
    expect(workspace.rows('SELECT verdict FROM correction')).toHaveLength(1)
    expect((await workspace.run(['run', 'news', '--rules'])).status).toBe(0)
  })

  it('ends when another took the database over', async () => {
    const workspace = withFolder()
    const run = workspace.start(WATCH)
    await until(() => workspace.rows("SELECT 1 FROM run WHERE status = 'running'").length === 1 || run.hasEnded)
    const other = new Database(join(workspace.folder, 'out/hearsay.db'))
    other.prepare("UPDATE run SET status = 'failed'").run()
    other.close()
    workspace.write('news/dam.txt', DAM)
    const { status, stderr } = await run.outcome()
    expect(status).toBe(4)
    expect(stderr).toContain('took it over')
  })

  it.each([
    [['run', 'a.txt', '--watch'], /a\.txt is no folder/],
    [['run', '--watch', '--upgrade', 'news'], /--watch.*--upgrade/],
    [['run', '--watch'], /No article was given|folder/],
  ])('refuses %j', async (args, sentence) => {
    const workspace = withFolder()
    workspace.write('a.txt', DAM)
    const { status, stderr } = await workspace.run(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
  })
})
