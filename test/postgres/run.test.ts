import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BRIDGE, DAM, PNG } from '../cli/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { runCommand } from '../cli/run-command.ts'
import { entriesOf } from '../support/failed-entries.ts'
import { describePostgres } from './describe-postgres.ts'
import { PASSWORD, query } from './start-postgres.ts'

const POISONED = join(import.meta.dirname, '../faults/analysers/poisoned-hearsay.ts')
const SECRETS = [PASSWORD, encodeURIComponent(PASSWORD)]

describePostgres('hearsay run into PostgreSQL', server => {
  it('keeps articles, failures, skipped and known inputs, and retries what failed', async () => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    workspace.write('news/bridge.txt', BRIDGE)
    workspace.write('news/copy.txt', BRIDGE)
    workspace.write('news/dam.txt', `${DAM}\nPOISON-THROW`)
    workspace.write('news/empty.txt', ' ')
    workspace.write('news/photo.txt', PNG)
    const first = await workspace.start(['run', 'news', '--db', db, '--json'], POISONED).outcome()
    expect(first.status, first.stderr).toBe(3)
    const told = { run: 1, status: 'finished', inputs: 5, done: 1, unchanged: 1, skipped: 1, dead: 2 }
    expect(JSON.parse(first.stdout)).toMatchObject({ ...told, database: db.replace(/:[^:@]*@/, '@') })
    expect(await query(db, 'SELECT location, status, reason FROM input ORDER BY location')).toEqual([
      { location: 'news/bridge.txt', status: 'done', reason: null },
      { location: 'news/copy.txt', status: 'done', reason: null },
      { location: 'news/dam.txt', status: 'dead', reason: 'throw: TypeError: the stage cannot cope' },
      { location: 'news/empty.txt', status: 'skipped', reason: 'empty' },
      { location: 'news/photo.txt', status: 'dead', reason: expect.stringContaining('not-text: ') },
    ])

    workspace.write('news/photo.txt', `Now in words. ${DAM}`)
    const again = workspace.hearsay(['retry'], { env: { HEARSAY_DB: db } })
    expect(again.status, again.stderr).toBe(0)
    expect(again.stderr).toContain('Run 2 finished: 2 inputs, of which 2 analysed')
    expect(await query(db, 'SELECT uri FROM dead_letter')).toEqual([])

    const known = await workspace.run(['run', 'news', '--db', db])
    expect(known.stderr).toContain(
      'Run 3 finished: 5 inputs, of which 0 analysed, 4 known already, 1 skipped, 0 failed',
    )
    for (const { stdout, stderr } of [first, again, known])
      for (const secret of SECRETS) expect(stdout + stderr).not.toContain(secret)
    expect(await query(db, "SELECT (options::json ->> 'host') <> '' AS told FROM run WHERE id = 3")).toEqual([
      { told: true },
    ])

    const [{ id } = { id: '' }] = await query(db, 'SELECT id FROM claim ORDER BY id LIMIT 1')
    const corrected = await workspace.run(['correct', String(id), '--reject', '--db', db])
    expect(corrected.status, corrected.stderr).toBe(0)
    expect(await query(db, "SELECT id FROM v_claim WHERE status = 'rejected'")).toEqual([{ id }])
  })

  it('keeps entries of a file that fail alike as one row with a count, which a run and enqueue over the mended file end', async () => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    const letters = () =>
      query(db, 'SELECT uri, kind, file, times, places::json, attempts FROM dead_letter ORDER BY kind')
    const kept = () => query(db, 'SELECT status, sum(times)::int AS inputs FROM input GROUP BY status ORDER BY status')
    const run = () =>
      runCommand(['run', 'wire.jsonl', '--db', db, '--rules', '--threads', '1', '--json'], workspace.folder)
    workspace.write('wire.jsonl', entriesOf(DAM, { empty: 30, broken: 15, blank: 12 }))
    const first = await run()
    expect(first.status, first.stderr).toBe(3)
    expect(JSON.parse(first.stdout)).toMatchObject({ inputs: 58, done: 1, skipped: 12, dead: 45 })
    const places = Array.from({ length: 10 }, (_, index) => `wire.jsonl#L${31 + index}`)
    const found = [
      { uri: 'wire.jsonl#L31', kind: 'malformed', file: 'wire.jsonl', times: 15, places, attempts: 1 },
      { uri: 'wire.jsonl#L1', kind: 'no-text', file: 'wire.jsonl', times: 30, attempts: 1 },
    ]
    expect(await letters()).toMatchObject(found)
    const inputs = [
      { status: 'dead', inputs: 45 },
      { status: 'done', inputs: 1 },
      { status: 'skipped', inputs: 12 },
    ]
    expect(await kept()).toEqual(inputs)
    expect((await run()).status).toBe(3)
    expect(await letters()).toMatchObject(found.map(letter => ({ ...letter, attempts: 2 })))
    expect(await kept()).toEqual(inputs)

    // While the file is away nobody knows more of its entries.
    renameSync(join(workspace.folder, 'wire.jsonl'), join(workspace.folder, 'away'))
    const retry = ['retry', '--db', db, '--rules', '--threads', '1', '--json']
    const retried = await runCommand(retry, workspace.folder)
    expect(JSON.parse(retried.stdout), retried.stderr).toMatchObject({ inputs: 1, dead: 1 })
    expect(await letters()).toMatchObject([
      ...found.map(letter => ({ ...letter, attempts: 3 })),
      { uri: 'wire.jsonl', kind: 'unreadable', file: null, times: 1, attempts: 1 },
    ])
    expect(await kept()).toEqual([{ status: 'dead', inputs: 46 }, ...inputs.slice(1)])

    workspace.write('wire.jsonl', entriesOf(DAM, { mended: 2, broken: 13 }))
    const queued = await runCommand(['enqueue', 'wire.jsonl', '--db', db, '--rules', '--json'], workspace.folder)
    expect(JSON.parse(queued.stdout)).toMatchObject({ inputs: 16, queued: 2, unchanged: 1, dead: 13 })
    expect(queued.stderr).toMatch(/^wire\.jsonl#L3 and 12 entries like it failed \(malformed\): /m)
    expect(await letters()).toMatchObject([{ kind: 'malformed', times: 13, attempts: 4 }])
    workspace.write('wire.jsonl', entriesOf(DAM, { mended: 2 }))
    const mended = await runCommand(['enqueue', 'wire.jsonl', '--db', db, '--rules', '--json'], workspace.folder)
    expect(mended.status, mended.stderr).toBe(0)
    expect(await letters()).toEqual([])
  })

  it('says in one sentence what keeps it from writing, before anything is analysed', async () => {
    const workspace = makeWorkspace()
    workspace.write('bridge.txt', BRIDGE)
    const run = async (db: string) => await workspace.run(['run', 'bridge.txt', '--db', db])
    const { status, stdout, stderr } = await run(server().urlOf('nowhere'))
    expect([status, stdout]).toEqual([4, ''])
    expect(stderr).toMatch(/^hearsay: .*\/nowhere is no database of that server; make it with createdb[^\n]*\n$/)
    for (const secret of SECRETS) expect(stderr).not.toContain(secret)
    expect((await run('postgres://ann:guessed@127.0.0.1:1/news')).stderr).toMatch(/No PostgreSQL answers at [^\n]*\n$/)
  })
})
