import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGold } from '../../src/evaluate/gold/gold-file.ts'
import { BRIDGE, DAM } from '../cli/articles.ts'
import { makeWorkspace, Workspace } from '../cli/hearsay.ts'
import { copyDatabase } from '../support/copy-database.ts'

const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  original.write('news/dam.txt', DAM)
  expect((await original.run(['run', 'news', '--rules'])).status).toBe(0)
})
afterAll(() => original.remove())

/** A copy of the database, and its claims exported for brat. */
async function withBrat() {
  const workspace = makeWorkspace()
  copyDatabase(original, workspace)
  expect((await workspace.run(['export', '--format', 'brat', '-o', 'brat'])).status).toBe(0)
  const folder = join(workspace.folder, 'brat')
  const file = readdirSync(folder).find(name => /^bridge.*\.ann$/.test(name)) as string
  const edit = (change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  return { workspace, edit, file, text: readFileSync(join(folder, file), 'utf8') }
}

const ledger = (workspace: Workspace) =>
  workspace.rows('SELECT claim_id, verdict, spans, act, note, corrected_by, adds FROM correction ORDER BY id')

/** Lines without one event and all that belongs to it. */
function withoutEvent(text: string, event: string): string {
  const roles = new RegExp(`^${event}\t.*$`, 'm').exec(text)?.[0].matchAll(/:(T\d+)/g) ?? []
  const gone = [...roles].map(([, id]) => id as string)
  const isGone = (line: string) =>
    gone.some(id => line.startsWith(`${id}\t`)) || line.includes(`${event}\t`) || line.includes(` ${event} `)
  return text
    .split('\n')
    .filter(line => !isGone(line))
    .join('\n')
}

describe('hearsay import', () => {
  it('says that nothing came back otherwise, and adds nothing', async () => {
    const { workspace } = await withBrat()
    const { status, stdout, stderr } = await workspace.run(['import', 'brat', '--by', 'eg'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^2 articles: 0 changed, 0 rejected, 0 added, 0 accepted; \d+ came back as they stand\.\n$/)
    expect(ledger(workspace)).toEqual([])
  })

  it('corrects, rejects and adds what the file says otherwise, once', async () => {
    const { workspace, edit, text, file } = await withBrat()
    const claimOf = (event: string) => new RegExp(`AnnotatorNotes ${event}\tclaim (\\w+)`).exec(text)?.[1]
    const [, cue, start, end] = /^T\d+\t(Cue) (\d+) (\d+)\t/m.exec(text) ?? []
    expect(cue).toBe('Cue')
    edit(before => {
      const changed = before.replace(/Act E2 \S+/, 'Act E2 promise')
      const added = `T900\tAttribution 0 3\t${BRIDGE.slice(0, 3)}\nT901\tContent ${start} ${end}\t${BRIDGE.slice(Number(start), Number(end))}\nE900\tAttribution:T900 Content:T901\n`
      return `${withoutEvent(changed, 'E1')}${added}`
    })
    const dry = await workspace.run(['import', 'brat', '--dry-run', '--json'])
    expect(dry.stderr).toContain('1 changed, 1 rejected, 1 added, 0 accepted')
    expect(JSON.parse(dry.stdout).map((row: { kind: string }) => row.kind)).toEqual(['changed', 'added', 'rejected'])
    expect(ledger(workspace)).toEqual([])

    expect((await workspace.run(['import', 'brat', '--by', 'eg'])).stderr).toContain('1 changed, 1 rejected, 1 added')
    const written = { note: `taken back from brat/${file}`, corrected_by: 'eg' }
    expect(ledger(workspace)).toMatchObject([
      { ...written, claim_id: claimOf('E2'), verdict: null, act: 'promise', spans: null, adds: null },
      { ...written, verdict: null, adds: 1 },
      { ...written, claim_id: claimOf('E1'), verdict: 'rejected' },
    ])
    const again = await workspace.run(['import', 'brat', '--by', 'eg'])
    expect(again.stderr).toContain('0 changed, 0 rejected, 0 added, 0 accepted')
    expect(ledger(workspace)).toHaveLength(3)
    expect((await workspace.run(['verify'])).status).toBe(0)
  })

  it('leaves what was corrected here since the file went out', async () => {
    const { workspace, text } = await withBrat()
    const ids = [...text.matchAll(/\tclaim (\w+)/g)].map(([, id]) => id as string)
    await workspace.run(['correct', ids[0] as string, '--reject'])
    await workspace.run(['correct', ids[1] as string, '--act', 'denial'])
    const { stderr } = await workspace.run(['import', 'brat', '--accept', '--by', 'eg'])
    expect(stderr).toMatch(/2 claims corrected here since they went out: left as they stand\./)
    const rows = ledger(workspace)
    expect(rows.slice(0, 2)).toMatchObject([{ verdict: 'rejected' }, { act: 'denial' }])
    expect(rows.slice(2).length).toBeGreaterThan(0)
    expect(new Set(rows.slice(2).map(({ verdict }) => verdict))).toEqual(new Set(['accepted']))
  })

  it('takes over nothing of several files when one does not fit', async () => {
    const { workspace, edit } = await withBrat()
    edit(before => withoutEvent(before, 'E1'))
    workspace.write('brat/zz-broken.ann', 'T1\tCue 0 x\ty\n')
    const { status, stderr } = await workspace.run(['import', 'brat', '--by', 'eg'])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /zz-broken\.ann, line 1, has no offsets .* nothing was taken over\. \[annotations-invalid\]\n$/,
    )
    expect(ledger(workspace)).toEqual([])
  })

  it.each([
    ['is empty', () => '', /is empty, and all \d+ claims of “bridge.*” would be rejected/],
    ['has lost its events', (text: string) => text.replace(/^[EA#].*\n/gm, ''), /has T1, .*bridge.*without its event/],
    ['has lost its claims', () => 'R1\tOVERLAP Arg1:T1 Arg2:T2\n', /lacks 3 of 3 claims of “bridge.txt”/],
  ])('rejects nothing where a file %s, unless that is meant', async (_what, damage, sentence) => {
    const { workspace, edit } = await withBrat()
    edit(damage)
    for (const how of [[], ['--complete'], ['--dry-run']]) {
      const { status, stderr } = await workspace.run(['import', 'brat', ...how])
      expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)])
      expect(stderr).toContain('say --allow-many-deletions; nothing was taken over.')
    }
    expect(ledger(workspace)).toEqual([])
    expect((await workspace.run(['import', 'brat', '--allow-many-deletions'])).status).toBe(0)
    const rows = ledger(workspace)
    expect(rows.length).toBeGreaterThan(2)
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['rejected']))
    expect((await workspace.run(['import', 'brat', '--allow-many-deletions'])).stderr).toContain(' 0 rejected')
  })

  it('writes what came back as gold that eval reads', async () => {
    const { workspace } = await withBrat()
    const { status, stderr } = await workspace.run(['import', 'brat', '--gold', 'gold'])
    expect(status, stderr).toBe(0)
    const files = readdirSync(join(workspace.folder, 'gold/gold'))
    const golds = files.map(name => readGold(join(workspace.folder, 'gold/gold', name)))
    expect(golds).toHaveLength(2)
    const [{ count } = { count: 0 }] = workspace.rows('SELECT count(*) AS count FROM claim')
    expect(golds.flatMap(({ attributions }) => attributions)).toHaveLength(Number(count))
    expect(ledger(workspace)).toEqual([])
  })

  it.each([
    [['import', 'nowhere'], 'nowhere is not there'],
    [['import', '.'], 'holds no file of annotations'],
    [['import', 'brat', '--from', 'excel'], "argument 'excel' is invalid"],
  ])('refuses %s', async (args, message) => {
    const { workspace } = { workspace: makeWorkspace() }
    const { status, stderr } = await workspace.run(args)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
