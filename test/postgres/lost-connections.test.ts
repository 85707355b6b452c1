import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { EXIT } from '../../src/domain/errors.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { makeWorkspace, type RunningHearsay } from '../cli/hearsay.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { storeRecords } from '../support/stored-database.ts'
import { startSite } from '../web/site.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'
import { startProxy } from './start-proxy.ts'
import { fillBriefly } from './twins.ts'

/** More than a reader has connections. */
const ROUNDS = 6
const WAITING = `application_name = 'hearsay' AND datname = current_database() AND wait_event_type = 'Lock'`
const LOST = { exitCode: EXIT.database, message: expect.stringContaining('was lost') }

describePostgres('commands whose connections the server ends', server => {
  let url = ''

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
  })

  /** Whoever reads or queues waits for this, until the test has ended or what is returned is called. */
  async function lockTables(): Promise<() => Promise<void>> {
    const client = new pg.Client(url)
    await client.connect()
    await client.query('BEGIN; LOCK TABLE claim, queued_article IN ACCESS EXCLUSIVE MODE')
    let unlocked: Promise<void> | null = null
    const unlock = () => {
      unlocked ??= client.end()
      return unlocked
    }
    onTestFinished(unlock)
    return unlock
  }

  /** Ends the connections that wait for the lock, as soon as there are so many. */
  async function endWaiting(count: number, hasEnded = () => false): Promise<void> {
    while ((await query(url, `SELECT FROM pg_stat_activity WHERE ${WAITING}`)).length < count)
      if (hasEnded()) throw new Error('it ended without waiting')
    const ended = await query(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${WAITING}`)
    expect(ended.length).toBeGreaterThanOrEqual(count)
  }

  it('read on: the query that runs fails, each time, and the next has another connection', async () => {
    const { database, close } = await openReader(url)
    onTestFinished(close)
    const count = (from = database) =>
      from.selectFrom('claim').select(sql<number>`count(*)`.as('claims')).executeTakeFirstOrThrow()
    const { claims } = await count()
    for (let round = 0; round < ROUNDS; round++) {
      const unlock = await lockTables()
      const asked = round % 2 === 0 ? count() : database.transaction().execute(transaction => count(transaction))
      await Promise.all([expect(asked).rejects.toMatchObject(LOST), endWaiting(1)])
      await unlock()
      expect(await count()).toEqual({ claims })
    }
  })

  it('as a site answer 503 to who waits, and 200 afterwards', async () => {
    const running = makeWorkspace().start(['serve', '--db', url, '--port', '0'])
    onTestFinished(() => running.kill('SIGKILL'))
    const site = await addressOf(running)
    const ask = async () => (await fetch(`${site}/claims`)).status
    expect(await ask()).toBe(200)
    for (let round = 0; round < ROUNDS; round++) {
      const unlock = await lockTables()
      const asked = [ask(), ask(), ask(), ask()]
      const [statuses] = await Promise.all([Promise.all(asked), endWaiting(asked.length, () => running.hasEnded)])
      expect(statuses).toEqual([503, 503, 503, 503])
      await unlock()
      expect(await ask()).toBe(200)
    }
    running.kill('SIGINT')
    expect(await running.outcome()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('defect') })
  })

  it('go on when connections are cut off before their first question, more than there are', async () => {
    let isCut = false
    const proxy = await startProxy(
      server().port,
      bytes => bytes,
      bytes => isCut && bytes.includes('random_page_cost'),
    )
    const site = await startSite(url.replace(`:${server().port}/`, `:${proxy.port}/`))
    isCut = true
    // The one that the site has already asked something of.
    await query(url, "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE application_name = 'hearsay'")
    for (let round = 0; round < ROUNDS; round++) expect((await site.get('/claims')).status).toBe(503)
    isCut = false
    expect((await site.get('/claims')).status).toBe(200)
  })

  it.each([
    ['export', () => ['export', '--format', 'jsonl', '--db', url]],
    ['query', () => ['query', 'SELECT id FROM claim', '--db', url]],
    ['copy from it', () => ['copy', url, 'copy.db']],
    ['copy to it', () => ['copy', storeRecords([buildArticleRecord('Ms Roy said no.', [])]), url]],
    ['enqueue', () => ['enqueue', 'news.txt', '--db', url]],
  ])('%s ends with one sentence', async (_, args) => {
    await lockTables()
    const workspace = makeWorkspace()
    workspace.write('news.txt', 'Ms Roy said that rents rose last year.')
    const running = workspace.start(args())
    await endWaiting(1, () => running.hasEnded)
    expect(await running.outcome()).toMatchObject({
      status: EXIT.database,
      stdout: '',
      stderr: expect.stringMatching(/^hearsay: The connection to postgres:[^\n]* was lost [^\n]*\n$/),
    })
  })
})

/** Where the site says that it is. */
async function addressOf(running: RunningHearsay): Promise<string> {
  while (true) {
    const [address] = /http:\/\/[^\s/]+(?=\/\n)/.exec(running.stdout) ?? []
    if (address !== undefined) return address
    if (running.hasEnded) throw new Error(running.stderr)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}
