import { expect, it, onTestFinished } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { PostgresStore } from '../../src/store/postgres/postgres-store.ts'
import { findClaims } from '../../src/store/queries/claims.ts'
import { DAM } from '../cli/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { CONFIGURATION, NO_COUNTS } from '../support/stored-database.ts'
import { startSite } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describeOwnPostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

describeOwnPostgres('a server that stops and starts', server => {
  it('a store waits, and writes nothing twice', async () => {
    const url = await server().createDatabase()
    const store = await PostgresStore.open(url)
    onTestFinished(() => store.close())
    const run = await store.startRun(CONFIGURATION)
    const records = Array.from({ length: 40 }, (_, n) =>
      buildArticleRecord(`${n}: Ms Roy said the vote was lost.`, [], { article: { uri: `${n}.txt` } }),
    )
    let written = 0
    const writing = (async () => {
      for (const one of records) {
        await store.write(run, { records: [one], dead: [], skipped: [] })
        written += 1
      }
    })()
    await expect.poll(() => written, { timeout: 60_000 }).toBeGreaterThan(5)
    await server().stop('immediate')
    await server().start()
    await writing
    await store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 40, done: 40 })
    const counted =
      'SELECT (SELECT count(*)::int FROM article) AS articles, (SELECT count(*)::int FROM input) AS inputs'
    expect(await query(url, counted)).toEqual([{ articles: 40, inputs: 40 }])
  })

  it('a reader reads on when it is back, and so does a site', async () => {
    const url = await server().createDatabase()
    await fillBriefly(url)
    const reader = await openReader(url)
    onTestFinished(() => reader.close())
    const site = await startSite(await addReader(url))
    const before = await findClaims(reader.database)
    await server().stop()
    await expect(findClaims(reader.database)).rejects.toMatchObject({ exitCode: 4 })
    const { status, body } = await site.get('/claims')
    expect({ status, says: /The database cannot be used/.test(body) }).toEqual({ status: 503, says: true })
    expect((await site.get('/sql?q=SELECT+1')).status).toBe(503)
    await server().start()
    expect(await findClaims(reader.database)).toEqual(before)
    expect((await site.get('/claims')).status).toBe(200)
    expect((await site.get('/sql?q=SELECT+1')).body).toContain('1 row in')
  })

  it('a run waits while the server is away, and goes on when it is back', async () => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    workspace.write('news/one.txt', `One. ${DAM}`)
    const run = workspace.start(['run', 'news', '--watch', '--rules', '--threads', '1', '--db', db])
    const count = async (table: string) =>
      (await query(db, `SELECT count(*)::int AS n FROM ${table}`).catch(() => []))[0]?.n ?? 0
    const patience = { timeout: 60_000, interval: 200 }
    await expect.poll(() => count('article'), patience).toBe(1)
    await server().stop('immediate')
    workspace.write('news/two.txt', `Two. ${DAM}`)
    workspace.write('news/copy.txt', `One. ${DAM}`)
    await server().start()
    workspace.write('news/three.txt', `Three. ${DAM}`)
    await expect.poll(() => count('input'), patience).toBe(4)
    run.kill('SIGINT')
    const { status, stderr } = await run.outcome()
    expect(stderr).toContain('4 inputs, of which 3 analysed, 1 known already, 0 skipped, 0 failed')
    expect(status).toBe(130)
    expect(await query(db, 'SELECT status, inputs, done FROM run')).toEqual([{ status: 'stopped', inputs: 4, done: 3 }])
  })
})
