import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { BRIDGE, DAM } from '../cli/articles.ts'
import { makeWorkspace, type Workspace } from '../cli/hearsay.ts'
import { runCommand } from '../cli/run-command.ts'
import { untilSays } from '../queue/cluster.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'

/** A database on which nobody may wait long for a lock, and one who holds a table. */
async function holdTable(db: string, table: string) {
  const name = new URL(db).pathname.slice(1)
  await query(db, `ALTER DATABASE ${name} SET lock_timeout = '100ms'`)
  const holder = new pg.Client(db)
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return { release: () => holder.query('COMMIT') }
}

/** The database, with tables but nothing in them. */
async function makeTables(workspace: Workspace, db: string): Promise<void> {
  workspace.write('bad.jsonl', '{}\n')
  await runCommand(['run', 'bad.jsonl', '--db', db, '--rules', '--threads', '1', '--quiet'], workspace.folder)
}

const patience = { timeout: 100_000, interval: 100 }

describePostgres('a lock that others hold for longer than the server waits', server => {
  it.each(['run', 'done'])('on %s is waited for by run, which says so in its log', async table => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    await makeTables(workspace, db)
    const held = await holdTable(db, table)
    workspace.write('news/bridge.txt', BRIDGE)
    const args = ['run', 'news', '--db', db, '--rules', '--threads', '1', '--log', 'run.log']
    const run = runCommand(args, workspace.folder)
    const log = join(workspace.folder, 'run.log')
    const told = () => existsSync(log) && readFileSync(log, 'utf8').includes('waiting for other programs')
    await expect.poll(told, patience).toBe(true)
    await held.release()
    const { status, stderr } = await run
    expect(status, stderr).toBe(0)
    expect(stderr).toMatch(/Others hold what is needed in \S+ \([^)]*lock timeout\); waiting for them\./)
    expect(await query(db, 'SELECT uri FROM article')).toEqual([{ uri: 'news/bridge.txt' }])
  })

  it('is waited for by enqueue and work', async () => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    await makeTables(workspace, db)
    workspace.write('news/bridge.txt', BRIDGE)
    workspace.write('news/dam.txt', DAM)
    const args = ['--db', db, '--rules']
    const queueHeld = await holdTable(db, 'queued_article')
    const queued = workspace.start(['enqueue', 'news', ...args])
    await untilSays(queued, 'waiting for them')
    await queueHeld.release()
    expect(await queued.outcome()).toMatchObject({ status: 0, stderr: expect.stringContaining('2 queued') })

    const held = await holdTable(db, 'claim')
    const work = [...args, '--threads', '1', '--until-empty', '--log', 'work.log']
    const working = runCommand(['work', ...work], workspace.folder)
    const log = join(workspace.folder, 'work.log')
    const told = () => existsSync(log) && readFileSync(log, 'utf8').includes('waiting for other programs')
    await expect.poll(told, patience).toBe(true)
    await held.release()
    const { status, stderr } = await working
    expect(status, stderr).toBe(0)
    expect(await query(db, 'SELECT uri FROM article ORDER BY uri')).toEqual([
      { uri: 'news/bridge.txt' },
      { uri: 'news/dam.txt' },
    ])
    expect(await query(db, "SELECT uri FROM dead_letter WHERE uri LIKE 'news/%'")).toEqual([])
  })
})
