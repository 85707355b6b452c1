import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DAM, PNG } from '../cli/articles.ts'
import { makeWorkspace, type Workspace } from '../cli/hearsay.ts'

const POISONED = join(import.meta.dirname, 'analysers/poisoned-hearsay.ts')
const LETTERS = 'SELECT uri, kind, attempts FROM dead_letter ORDER BY uri'
const INPUTS = 'SELECT location, status, reason FROM input ORDER BY location'

const poisoned = async (workspace: Workspace, args: readonly string[]) =>
  await workspace.start(args, POISONED).outcome()

describe('hearsay retry', () => {
  it('runs dead letters again from the stored text, and those that succeed are dead no more', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/dam.txt', `${DAM}\nPOISON-THROW`)
    workspace.write('news/copy.txt', `${DAM}\nPOISON-THROW`)
    workspace.write('news/fine.txt', DAM)
    expect((await poisoned(workspace, ['run', 'news'])).status).toBe(3)
    const reason = 'throw: TypeError: the stage cannot cope'
    expect(workspace.rows(INPUTS)).toEqual([
      { location: 'news/copy.txt', status: 'dead', reason },
      { location: 'news/dam.txt', status: 'dead', reason },
      { location: 'news/fine.txt', status: 'done', reason: null },
    ])
    rmSync(join(workspace.folder, 'news'), { recursive: true })

    const again = await poisoned(workspace, ['retry'])
    expect(again.status).toBe(3)
    expect(again.stderr).toContain('Run 2 finished: 1 input, of which 0 analysed, 0 known already, 0 skipped, 1 failed')
    expect(workspace.rows(LETTERS)).toMatchObject([{ kind: 'throw', attempts: 2 }])

    const { status, stderr } = await workspace.run(['retry'])
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('Run 3 finished: 1 input, of which 1 analysed')
    expect(workspace.rows(LETTERS)).toEqual([])
    expect(workspace.rows("SELECT count(*) AS inputs FROM input WHERE status = 'done'")).toEqual([{ inputs: 3 }])
    expect((await workspace.run(['retry'])).stderr).toBe('Nothing to retry: the table dead_letter is empty.\n')
  })

  it('reads again what never became an article, with higher limits or when it has been mended', async () => {
    const workspace = makeWorkspace()
    workspace.write('long.txt', `${DAM}\n${'More of the same. '.repeat(500)}`)
    workspace.write('photo.txt', PNG)
    workspace.write('gone.txt', PNG)
    workspace.write('pipe.txt', PNG)
    workspace.write('fine.txt', DAM)
    expect((await workspace.run(['run', '.', '--max-bytes', '5000'])).status).toBe(3)
    expect(workspace.rows(LETTERS)).toMatchObject([
      { uri: 'gone.txt' },
      { uri: 'long.txt' },
      { uri: 'photo.txt' },
      { uri: 'pipe.txt' },
    ])
    workspace.write('photo.txt', `Now in words. ${DAM}`)
    rmSync(join(workspace.folder, 'gone.txt'))
    workspace.shell('rm pipe.txt && mkfifo pipe.txt')

    const { status, stderr } = await workspace.run(['retry'])
    expect(status).toBe(3)
    expect(stderr).toContain('4 inputs, of which 2 analysed, 0 known already, 0 skipped, 2 failed')
    expect(stderr).toContain('pipe.txt failed (unreadable): it is no longer a regular file')
    expect(workspace.rows(LETTERS)).toEqual([
      { uri: 'gone.txt', kind: 'unreadable', attempts: 2 },
      { uri: 'pipe.txt', kind: 'unreadable', attempts: 2 },
    ])
    expect(workspace.rows(INPUTS)).toMatchObject([
      { location: 'fine.txt', status: 'done' },
      { location: 'gone.txt', status: 'dead' },
      { location: 'long.txt', status: 'done' },
      { location: 'photo.txt', status: 'done' },
      { location: 'pipe.txt', status: 'dead' },
    ])
  })

  it('reads one entry of a file again, and no other', async () => {
    const workspace = makeWorkspace()
    const long = `${DAM} ${'More of the same. '.repeat(500)}`
    workspace.write('wire.jsonl', [DAM, long].map(text => `${JSON.stringify({ text })}\n`).join(''))
    expect((await workspace.run(['run', 'wire.jsonl', '--max-bytes', '5000'])).status).toBe(3)
    const { status, stderr } = await workspace.run(['retry'])
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('1 input, of which 1 analysed')
    expect(workspace.rows(INPUTS)).toMatchObject([{ status: 'done' }, { status: 'done' }])
  })

  it('takes up only the kinds that are asked for', async () => {
    const workspace = makeWorkspace()
    workspace.write('a.txt', `${DAM}\nPOISON-THROW`)
    workspace.write('b.txt', `${DAM}\nPOISON-EXIT`)
    await poisoned(workspace, ['run', '.'])
    expect((await workspace.run(['retry', '--kind', 'exit'])).stderr).toContain('1 input, of which 1 analysed')
    expect(workspace.rows(LETTERS)).toMatchObject([{ uri: 'a.txt', kind: 'throw' }])
    const { status, stderr } = await workspace.run(['retry', '--kind', 'timeout'])
    expect(status).toBe(2)
    expect(stderr).toContain('Nothing failed as "timeout"; there are throw.')
  })
})
