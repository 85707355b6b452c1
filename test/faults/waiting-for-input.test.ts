import { describe, expect, it } from 'vitest'
import { DAM } from '../cli/articles.ts'
import { makeWorkspace, until, type Workspace } from '../cli/hearsay.ts'

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

function withPipe(): Workspace {
  const workspace = makeWorkspace()
  workspace.write('dam.txt', DAM)
  workspace.shell('mkfifo pipe')
  return workspace
}

describe('a run that waits for input', () => {
  it.each(signals)('ends with 130 at %s while a pipe has no writer, keeping what was read before', async signal => {
    const workspace = withPipe()
    const run = workspace.start(['run', 'dam.txt', 'pipe'])
    await until(() => workspace.rows('SELECT 1 FROM article').length === 1 || run.hasEnded)
    run.kill(signal)
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(130)
    expect(stderr).toContain('Run 1 stopped: 1 input, of which 1 analysed')
  })

  it('ends with 130 at Ctrl-C while standard input stays open, without half an article', async () => {
    const workspace = withPipe()
    const run = workspace.start(['run', 'dam.txt', '-'])
    run.type('“Half an article,” said Ada')
    await until(() => workspace.rows('SELECT 1 FROM article').length === 1 || run.hasEnded)
    run.kill('SIGINT')
    expect((await run.outcome()).status).toBe(130)
    expect(workspace.rows('SELECT uri FROM article')).toEqual([{ uri: 'dam.txt' }])
  })

  it('reads a pipe that is written to later, to its end', async () => {
    const workspace = withPipe()
    const run = workspace.start(['run', 'pipe'])
    workspace.shell('cat dam.txt > pipe')
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(0)
    expect(workspace.rows('SELECT uri, text FROM article')).toEqual([{ uri: 'pipe', text: DAM }])
  })
})
