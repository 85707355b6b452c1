import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BRIDGE, DAM } from './articles.ts'
import { Workspace } from './hearsay.ts'

const workspace = new Workspace()
beforeAll(async () => {
  workspace.write('news/bridge.txt', BRIDGE)
  workspace.write('news/dam.txt', DAM)
  expect((await workspace.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => workspace.remove())

it.each([[['claims']], [['anonymous']], [['export', '-o', join('out', 'claims.jsonl')]]])(
  '%j --since says which articles it cannot know about',
  async command => {
    const words = '2 articles have no date and are left out.'
    expect((await workspace.run([...command, '--since', '2020-01-01'])).stderr).toContain(words)
    const { status, stderr } = await workspace.run(command)
    expect(status, stderr).toBe(0)
    expect(stderr).not.toContain('no date')
  },
)

it.each([[['claims']], [['anonymous']], [['export']]])(
  '%j refuses a day that no month has, in one sentence',
  async command => {
    const { status, stderr } = await workspace.run([...command, '--since', '2026-02-30'])
    expect(status).toBe(2)
    expect(stderr.trimEnd()).toMatch(/^hearsay: "2026-02-30" is no date.*$/)
  },
)
