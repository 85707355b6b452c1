import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DAM } from '../cli/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { runCommand } from '../cli/run-command.ts'
import { entriesOf } from '../support/failed-entries.ts'

const LETTERS = 'SELECT uri, kind, file, times, places, attempts FROM dead_letter ORDER BY kind, uri'
const INPUTS =
  "SELECT location, uri, status, times, form IS NULL AS single FROM input WHERE status <> 'done' ORDER BY uri"

/** A workspace in which commands run in this process. */
function openWorkspace() {
  const workspace = makeWorkspace()
  const hearsay = (...args: string[]) =>
    runCommand([...args, '--db', join(workspace.folder, 'out/hearsay.db')], workspace.folder)
  const analyse = (...args: string[]) => hearsay(...args, '--rules', '--threads', '1')
  return { workspace, hearsay, analyse }
}

describe('entries of a file that fail alike', () => {
  it('are one row with a count, which a run over the same file keeps, and a retry of the mended file takes away', async () => {
    const { workspace, hearsay, analyse } = openWorkspace()
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 30, broken: 15, blank: 12 }))
    const counts = { inputs: 58, done: 1, unchanged: 0, skipped: 12, dead: 45 }
    const run = await analyse('run', 'wire.jsonl', '--json')
    expect(run.status, run.stderr).toBe(3)
    expect(JSON.parse(run.stdout)).toMatchObject(counts)
    const lines = run.stderr.split('\n').filter(line => line.includes('wire.jsonl#'))
    expect(lines).toEqual([
      expect.stringMatching(/^wire\.jsonl#L1 and 29 entries like it failed \(no-text\): /),
      expect.stringMatching(/^wire\.jsonl#L31 and 14 entries like it failed \(malformed\): /),
      expect.stringMatching(/^wire\.jsonl#L46 and 11 entries like it skipped: /),
    ])
    expect(run.stderr).not.toContain('more failed')
    const letters = [
      { uri: 'wire.jsonl#L31', kind: 'malformed', file: 'wire.jsonl', times: 15, attempts: 1 },
      { uri: 'wire.jsonl#L1', kind: 'no-text', file: 'wire.jsonl', times: 30, attempts: 1 },
    ]
    const found = workspace.rows(LETTERS)
    expect(found).toMatchObject(letters)
    const firstTen = Array.from({ length: 10 }, (_, index) => `wire.jsonl#L${31 + index}`)
    expect(JSON.parse(String(found[0]?.places))).toEqual(firstTen)
    const inputs = [
      { location: 'wire.jsonl', uri: 'wire.jsonl#L1', status: 'dead', times: 30, single: 0 },
      { location: 'wire.jsonl', uri: 'wire.jsonl#L31', status: 'dead', times: 15, single: 0 },
      { location: 'wire.jsonl', uri: 'wire.jsonl#L46', status: 'skipped', times: 12, single: 0 },
    ]
    expect(workspace.rows(INPUTS)).toEqual(inputs)

    const again = await analyse('run', 'wire.jsonl', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ ...counts, done: 0, unchanged: 1 })
    expect(workspace.rows(LETTERS)).toMatchObject(letters.map(letter => ({ ...letter, attempts: 2 })))
    expect(workspace.rows(INPUTS)).toEqual(inputs)
    expect(JSON.parse((await hearsay('doctor', '--json')).stdout).database['dead letters']).toBe(45)

    // Two of the broken lines are mended, and no line is empty any more.
    workspace.write('wire.jsonl', entriesOf(DAM, { mended: 2, broken: 13, blank: 12 }))
    const retried = await analyse('retry', '--kind', 'malformed', '--json')
    expect(retried.status, retried.stderr).toBe(3)
    expect(JSON.parse(retried.stdout)).toMatchObject({ inputs: 28, done: 2, unchanged: 1, skipped: 12, dead: 13 })
    expect(workspace.rows(LETTERS)).toMatchObject([{ kind: 'malformed', times: 13, attempts: 3 }])
    expect(workspace.rows('SELECT status, sum(times) AS inputs FROM input GROUP BY status ORDER BY status')).toEqual([
      { status: 'dead', inputs: 13 },
      { status: 'done', inputs: 4 },
      { status: 'skipped', inputs: 12 },
    ])
  })

  it('are all told to the log', async () => {
    const { workspace, analyse } = openWorkspace()
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 3 }))
    await analyse('run', 'wire.jsonl', '--log', 'run.log')
    const log = workspace.shell("grep -c 'input failed' run.log")
    expect(log.stdout.trim()).toBe('3')
  })

  it('are named in twenty lines at most, and those beyond are told of in one sentence that is true', async () => {
    const { workspace, analyse } = openWorkspace()
    const files = Array.from({ length: 22 }, (_, index) => `wire-${10 + index}.jsonl`)
    for (const file of files) workspace.write(file, entriesOf(DAM, { empty: 2 }))
    const run = await analyse('run', ...files)
    expect(run.stderr.match(/and another entry like it failed/g)).toHaveLength(20)
    expect(run.stderr).toContain('\n4 more failed; the table dead_letter tells of all, in one row of those entries')
    expect(workspace.rows('SELECT count(*) AS letters FROM dead_letter')).toEqual([{ letters: 22 }])
  })
})

describe('what is said of entries of a file', () => {
  const away = { uri: 'wire.jsonl', kind: 'unreadable', file: null, times: 1, places: null }
  const entries = { uri: 'wire.jsonl#L1', kind: 'no-text', file: 'wire.jsonl', times: 50 }
  const skipped = { status: 'skipped', inputs: 2 }

  it('stays while the file cannot be opened, with one attempt more each time, and ends when it was read', async () => {
    const { workspace, hearsay, analyse } = openWorkspace()
    const [here, elsewhere] = ['wire.jsonl', 'wire.away'].map(name => join(workspace.folder, name)) as [string, string]
    const kept = () => workspace.rows('SELECT status, sum(times) AS inputs FROM input GROUP BY status ORDER BY status')
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 50, blank: 2 }))
    await analyse('run', 'wire.jsonl')
    renameSync(here, elsewhere)
    for (const attempts of [1, 2]) {
      const retried = await analyse('retry', '--json')
      expect(retried.status, retried.stderr).toBe(3)
      expect(JSON.parse(retried.stdout)).toMatchObject({ inputs: 1, dead: 1 })
      expect(workspace.rows(LETTERS)).toMatchObject([
        { ...entries, attempts: attempts + 1 },
        { ...away, attempts },
      ])
      expect(kept()).toEqual([{ status: 'dead', inputs: 51 }, { status: 'done', inputs: 1 }, skipped])
      expect(JSON.parse((await hearsay('doctor', '--json')).stdout).database['dead letters']).toBe(51)
    }
    // A folder in its place can be opened as little.
    workspace.write('wire.jsonl/a.txt', DAM)
    await analyse('retry')
    expect(workspace.rows(LETTERS)).toMatchObject([
      { ...entries, attempts: 4 },
      { ...away, attempts: 3 },
    ])
    renameSync(here, join(workspace.folder, 'folder'))
    renameSync(elsewhere, here)
    await analyse('retry')
    expect(workspace.rows(LETTERS)).toMatchObject([{ ...entries, attempts: 5 }])
    expect(kept()).toEqual([{ status: 'dead', inputs: 50 }, { status: 'done', inputs: 1 }, skipped])
    workspace.write('wire.jsonl', entriesOf(DAM, {}))
    expect((await analyse('retry')).status).toBe(0)
    expect(workspace.rows(LETTERS)).toEqual([])
    expect(kept()).toMatchObject([{ status: 'done' }])
  })

  it('stays where reading the file again broke off before it', async () => {
    const { workspace, analyse } = openWorkspace()
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 3, broken: 4 }))
    await analyse('run', 'wire.jsonl')
    const retried = await analyse('retry', '--max-entries', '3')
    expect(retried.status, retried.stderr).toBe(3)
    expect(workspace.rows(LETTERS)).toMatchObject([
      { kind: 'malformed', times: 4, attempts: 2 },
      { kind: 'no-text', times: 3, attempts: 2 },
      { uri: 'wire.jsonl', attempts: 1 },
    ])
    await analyse('retry')
    expect(workspace.rows(LETTERS)).toMatchObject([
      { kind: 'malformed', times: 4, attempts: 3 },
      { kind: 'no-text', times: 3, attempts: 3 },
    ])
  })
})
