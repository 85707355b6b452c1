import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { recombineArticles } from '../bench/articles.ts'
import { Workspace } from '../cli/hearsay.ts'
import { describeOwnPostgres } from '../postgres/describe-postgres.ts'
import { Cluster, untilSays } from './cluster.ts'
import { startWire } from './start-wire.ts'
import { hashPostgres, hashSqlite } from './stored-claims.ts'

const ARTICLES = 60
const BATCH = 10
/** Workers wait for one another, for leases and for the server, on a machine that runs other tests, too. */
const LONGEST_MS = 300_000
const WIRE = recombineArticles(ARTICLES)
  .map(({ text }) => `${JSON.stringify({ text })}\n`)
  .join('')

describeOwnPostgres('workers that are lost', server => {
  let alone: string[]
  let cluster: Cluster
  const open = async () => {
    cluster = new Cluster(await server().createDatabase())
    cluster.workspace.write('wire.jsonl', WIRE)
    const { status, stderr } = await cluster.enqueue(['wire.jsonl', '--batch', String(BATCH), '--lease', '10'])
    expect(status, stderr).toBe(0)
    await cluster.unlock()
  }

  beforeAll(() => {
    const workspace = new Workspace()
    workspace.write('wire.jsonl', WIRE)
    expect(workspace.hearsay(['run', 'wire.jsonl', '--rules', '--threads', '2']).status).toBe(0)
    alone = hashSqlite(join(workspace.folder, 'out/hearsay.db'))
    workspace.remove()
  })
  afterEach(() => cluster.close())

  const expectAllOnce = async () => {
    expect(await hashPostgres(cluster.url)).toEqual(alone)
    expect(await cluster.findDoubled()).toEqual([])
    expect(await cluster.value('SELECT count(*)::int FROM queued_article')).toBe(0)
  }

  it('with the server wait until it is back, and finish', { timeout: LONGEST_MS }, async () => {
    await open()
    const workers = [cluster.startWorker(), cluster.startWorker()] as const
    await cluster.untilRuns(2, workers[0])
    await server().stop('immediate')
    for (const worker of workers) await untilSays(worker, 'does not answer')
    const ended = workers.filter(worker => worker.hasEnded).map(worker => worker.stderr)
    await server().start()
    expect(ended).toEqual([])
    for (const worker of workers) expect(await worker.outcome()).toMatchObject({ status: 0 })
    await expectAllOnce()
  })

  it('are replaced, and write nothing when they come back', { timeout: LONGEST_MS }, async () => {
    await open()
    const cutOff = cluster.startWorker()
    await cluster.untilStored(BATCH, cutOff)
    cutOff.kill('SIGSTOP')
    const stored = await cluster.countArticles()
    expect(stored).toBeLessThan(ARTICLES)
    const other = cluster.startWorker()
    await cluster.untilStored(stored + BATCH, other)
    await cluster.endLeases()
    expect(await other.outcome()).toMatchObject({ status: 0 })
    await expectAllOnce()
    cutOff.kill('SIGCONT')
    expect((await cutOff.outcome()).status).toBe(0)
    await expectAllOnce()
  })

  it('to the network are replaced, and write nothing when it is mended', { timeout: LONGEST_MS }, async () => {
    await open()
    const wire = await startWire(server().port)
    const address = new URL(cluster.url)
    address.port = String(wire.port)
    const cutOff = cluster.startWorker(['--until-empty'], address.href)
    await cluster.untilStored(BATCH, cutOff)
    wire.cut()
    const stored = await cluster.countArticles()
    const other = cluster.startWorker()
    await cluster.untilStored(stored + BATCH, other)
    await cluster.endLeases()
    expect(await other.outcome()).toMatchObject({ status: 0 })
    await expectAllOnce()
    wire.mend()
    expect(await cutOff.outcome()).toMatchObject({ status: 0 })
    await expectAllOnce()
  })
})
