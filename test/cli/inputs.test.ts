import { describe, expect, it } from 'vitest'
import { BRIDGE, DAM, PNG } from './articles.ts'
import { makeWorkspace, type Workspace } from './hearsay.ts'

const ACCOUNT = `SELECT run.id, run.inputs, run.done + run.unchanged + run.dead + run.skipped AS counted,
  (SELECT sum(times) FROM input WHERE run_id = run.id) AS kept FROM run ORDER BY run.id DESC LIMIT 1`

const run = async (workspace: Workspace, ...args: string[]) => {
  const { status, stderr } = await workspace.run(['run', '--engine', 'rules', ...args])
  expect([0, 3], stderr).toContain(status)
  return stderr
}
const count = (workspace: Workspace, table: string) =>
  workspace.rows(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows as number

describe('the inputs of a run', () => {
  it('are all rows with what became of them, and a rerun adds none', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', BRIDGE)
    workspace.write('news/b.txt', DAM)
    workspace.write('news/copy.txt', DAM)
    workspace.write('news/empty.txt', ' ')
    workspace.write('news/photo.txt', PNG)
    const sum = /5 inputs, of which 2 analysed, 1 known already, 1 skipped, 1 failed/
    expect(await run(workspace, 'news')).toMatch(sum)
    const rows = 'SELECT location, status, decoded_how, times FROM input ORDER BY location'
    const first = workspace.rows(rows)
    expect(first).toMatchObject([
      { location: 'news/a.txt', status: 'done', decoded_how: expect.stringContaining('charset=utf-8') },
      { location: 'news/b.txt', status: 'done' },
      { location: 'news/copy.txt', status: 'done' },
      { location: 'news/empty.txt', status: 'skipped' },
      { location: 'news/photo.txt', status: 'dead' },
    ])
    expect(workspace.rows(ACCOUNT)).toEqual([{ id: 1, inputs: 5, counted: 5, kept: 5 }])
    expect(await run(workspace, 'news')).toContain('0 analysed, 3 known already, 1 skipped, 1 failed')
    expect(workspace.rows(rows)).toEqual(first)
    expect(workspace.rows(ACCOUNT)).toEqual([{ id: 2, inputs: 5, counted: 5, kept: 5 }])
  })

  it('with the same text are one article, known by every name', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/b.txt', DAM)
    workspace.write('wire/copy.txt', DAM)
    await run(workspace, 'news', 'wire')
    expect([count(workspace, 'article'), count(workspace, 'input')]).toEqual([1, 2])
    const shown = await workspace.run(['show', 'b.txt'])
    expect(await workspace.run(['show', 'copy.txt'])).toEqual(shown)
    const claim = workspace.rows('SELECT id FROM claim LIMIT 1')[0]?.id as string
    expect((await workspace.run(['explain', claim])).stdout).toContain('  also       wire/copy.txt\n')
  })

  it('with new text under a known name are a new version, linked to the old one, whose claims stay', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/dam.txt', DAM)
    await run(workspace, 'news')
    const old = workspace.rows('SELECT id FROM article')[0]?.id as string
    const claims = count(workspace, 'claim')
    workspace.write('news/dam.txt', `Corrected: ${DAM}`)
    await run(workspace, 'news')
    expect(workspace.rows('SELECT version, versions, previous_id, is_current FROM v_version')).toEqual([
      { version: 1, versions: 2, previous_id: null, is_current: 0 },
      { version: 2, versions: 2, previous_id: old, is_current: 1 },
    ])
    expect(count(workspace, 'claim')).toBeGreaterThan(claims)
    const shown = (await workspace.run(['show', 'dam.txt'])).stdout
    expect(shown).toContain('Corrected: ')
    expect(shown).toContain(`version    2 of 2 of news/dam.txt; before it ${old.slice(0, 12)}`)
    // The old text again: no third version, but the old one is the current one.
    workspace.write('news/dam.txt', DAM)
    expect(await run(workspace, 'news')).toContain('1 known already')
    expect(workspace.rows('SELECT version, is_current FROM v_version')).toEqual([
      { version: 1, is_current: 1 },
      { version: 2, is_current: 0 },
    ])
    expect((await workspace.run(['show', 'dam.txt'])).stdout).not.toContain('Corrected: ')
  })

  it('that could be read only later are counted once', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/a.txt', PNG)
    workspace.write('news/b.txt', DAM)
    await run(workspace, 'news')
    workspace.write('news/a.txt', BRIDGE)
    expect(await run(workspace, 'news')).toContain('1 analysed, 1 known already')
    expect(workspace.rows('SELECT location, status FROM input ORDER BY location')).toEqual([
      { location: 'news/a.txt', status: 'done' },
      { location: 'news/b.txt', status: 'done' },
    ])
    expect(count(workspace, 'dead_letter')).toBe(0)
  })
})
