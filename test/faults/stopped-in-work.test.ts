import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeWorkspace, until, type Workspace } from '../cli/hearsay.ts'

/* An interruption ends a run whatever its threads are at; what was in work is done by the next one. */

const RUN = ['run', 'news', '--rules', '--threads', '1']
/** Seconds: only the signal can end what has so much time. */
const FOR_EVER = '1000000'

const stored = (workspace: Workspace) => workspace.rows('SELECT 1 FROM article').length

describe('an interruption', () => {
  it('leaves an article that hangs to the next run, which no other can make meanwhile', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', 'POISON-HANG')
    workspace.write('news/b.txt', '“The dam is safe,” said Ada Mwale.')
    const poisoned = join(import.meta.dirname, 'analysers/poisoned-hearsay.ts')
    // Only the signal can end it.
    const run = workspace.start([...RUN, '--threads', '2', '--timeout', FOR_EVER], poisoned)
    await until(() => stored(workspace) === 1 || run.hasEnded)

    const meanwhile = workspace.hearsay(['run', 'news', '--rules'])
    expect(meanwhile.status).toBe(4)
    expect(meanwhile.stderr).toMatch(/^hearsay: [^\n]*run 1[^\n]*\n$/i)

    run.kill('SIGINT')
    const { status: stopped, stderr } = await run.outcome()
    expect(stopped, stderr).toBe(130)
    expect(stderr).toContain('Run 1 stopped: 1 input, of which 1 analysed')
    expect(stderr).toContain('1 input had been read and was left for the next run.')
    expect(workspace.rows('SELECT status, inputs, done, dead FROM run')).toEqual([
      { status: 'stopped', inputs: 1, done: 1, dead: 0 },
    ])

    const next = workspace.start([...RUN, '--timeout', '1', '--json'], poisoned)
    const { status, stdout } = await next.outcome()
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ inputs: 2, done: 0, unchanged: 1, dead: 1 })
    expect(workspace.rows('SELECT uri, kind FROM dead_letter')).toEqual([{ uri: 'news/a.txt', kind: 'timeout' }])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a run in the middle of a page that never ends', async signal => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', '“The dam is safe,” said Ada Mwale.')
    workspace.write('news/b.txt', 'POISON-HANG')
    workspace.write('news/c.txt', '“The road is safe,” said Bo Li.')
    const poisoned = join(import.meta.dirname, 'readers/poisoned-hearsay.ts')
    const run = workspace.start([...RUN, '--read-timeout', FOR_EVER], poisoned)
    await until(() => (stored(workspace) === 1 && run.stderr.includes('Hanging.')) || run.hasEnded)
    run.kill(signal)
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(130)
    expect(stderr).toContain('Run 1 stopped: 1 input, of which 1 analysed')
    expect(workspace.rows('SELECT uri, kind FROM dead_letter')).toEqual([])

    expect(workspace.hearsay(['run', 'news', '--rules']).stderr).toContain(
      '3 inputs, of which 2 analysed, 1 known already',
    )
  })

  it('ends before anything is stored, when the first page never ends', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', 'POISON-HANG')
    const poisoned = join(import.meta.dirname, 'readers/poisoned-hearsay.ts')
    const run = workspace.start([...RUN, '--read-timeout', FOR_EVER], poisoned)
    await until(() => run.stderr.includes('Hanging.') || run.hasEnded)
    run.kill('SIGTERM')
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(130)
    expect(stderr).toContain('Nothing to store: 0 inputs')
  })

  it('a second Ctrl-C ends at once although the database is held by another', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', '“The dam is safe,” said Ada Mwale.')
    const run = workspace.start([...RUN, '--watch'])
    await until(() => stored(workspace) === 1 || run.hasEnded)
    const other = new Database(join(workspace.folder, 'out/hearsay.db'))
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    run.kill('SIGINT')
    await until(() => run.stderr.includes('Stopping') || run.hasEnded)
    // A second signal that follows at once would be taken for an echo of the first.
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(run.hasEnded).toBe(false)
    run.kill('SIGINT')
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(130)
    expect(stderr).not.toContain('Run 1')
  })
})
