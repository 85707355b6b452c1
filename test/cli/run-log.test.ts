import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { DAM } from './articles.ts'
import { makeWorkspace, type Workspace } from './hearsay.ts'

const POISONED = join(import.meta.dirname, '../faults/analysers/poisoned-hearsay.ts')
const RUN = ['run', 'news', '--rules', '--log', 'run.log']

function withArticles(): Workspace {
  const workspace = makeWorkspace()
  workspace.write('news/dam.txt', DAM)
  workspace.write('news/empty.txt', '')
  workspace.write('news/poison.txt', 'POISON-THROW')
  return workspace
}

const readLog = (workspace: Workspace): Record<string, unknown>[] =>
  readFileSync(join(workspace.folder, 'run.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('run --log', () => {
  it('adds a line of JSON for begin, end, every failed and every skipped input, also when nothing is printed', async () => {
    const workspace = withArticles()
    const { stderr } = await workspace.start([...RUN, '--quiet'], POISONED).outcome()
    expect(stderr).toBe('news/poison.txt failed (throw): TypeError: the stage cannot cope.\n')
    const lines = readLog(workspace)
    expect(lines.map(({ msg }) => msg).toSorted()).toEqual([
      'input failed',
      'input skipped',
      'run ended',
      'run started',
    ])
    expect(lines[0]).toMatchObject({
      level: 'info',
      run: 1,
      hearsay: expect.any(String),
      options: { engine: 'rules', model: null },
    })
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', uri: 'news/poison.txt', kind: 'throw', stage: 'tokens' }),
    )
    expect(lines).toContainEqual(expect.objectContaining({ uri: 'news/empty.txt', reason: 'empty' }))
    expect(lines.at(-1)).toMatchObject({ run: 1, status: 'finished', inputs: 3, done: 1, skipped: 1, dead: 1 })
    for (const { time, process } of lines)
      expect([new Date(String(time)).getFullYear() > 2000, process]).toEqual([true, expect.any(Number)])

    expect((await workspace.run(['retry', '--log', 'run.log'])).status).toBe(0)
    expect(readLog(workspace)).toHaveLength(lines.length + 2)
    expect(readLog(workspace).at(-1)).toMatchObject({ run: 2, done: 1 })
  })

  it('says why a run broke', async () => {
    const workspace = withArticles()
    workspace.write('notes.db', 'This is a text file, and quite long enough to be looked at.'.repeat(20))
    expect((await workspace.run([...RUN, '--db', 'notes.db'])).status).toBe(4)
    expect(readLog(workspace)).toMatchObject([
      { level: 'fatal', msg: 'run failed', error: expect.stringContaining('notes.db') },
    ])
  })

  it('never writes into the database', async () => {
    const workspace = withArticles()
    await workspace.run(['run', 'news/dam.txt', '--rules'])
    const before = readFileSync(join(workspace.folder, 'out/hearsay.db'))
    const { status, stderr } = await workspace.run(['run', 'news', '--log', 'out/hearsay.db'])
    expect(status).toBe(2)
    expect(stderr).toContain('is the database itself')
    expect(readFileSync(join(workspace.folder, 'out/hearsay.db'))).toEqual(before)
  })

  it.runIf(process.platform === 'linux' && existsSync('/dev/full'))(
    'goes on when its disk is full, and says so once',
    async () => {
      const workspace = withArticles()
      const { status, stderr } = await workspace.run(['run', 'news', '--rules', '--quiet', '--log', '/dev/full'])
      expect(status).toBe(0)
      expect(stderr).toBe('/dev/full takes no more of the log (ENOSPC); the run goes on.\n')
      expect(workspace.rows('SELECT status FROM run')).toEqual([{ status: 'finished' }])
    },
  )
})
