import { rmSync } from 'node:fs'
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
    expect(run.stderr).toContain('25 more failed')
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

  it('are all told to the log, and a file that is gone later keeps none of them', async () => {
    const { workspace, analyse } = openWorkspace()
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 3 }))
    await analyse('run', 'wire.jsonl', '--log', 'run.log')
    const log = workspace.shell("grep -c 'input failed' run.log")
    expect(log.stdout.trim()).toBe('3')
    rmSync(join(workspace.folder, 'wire.jsonl'))
    expect((await analyse('retry')).status).toBe(3)
    expect(workspace.rows(LETTERS)).toEqual([
      { uri: 'wire.jsonl', kind: 'unreadable', file: null, times: 1, places: null, attempts: 1 },
    ])
  })
})
