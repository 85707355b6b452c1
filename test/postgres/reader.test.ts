import { sql } from 'kysely'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { appendCorrections } from '../../src/store/open-store.ts'
import { countClaims, findClaims } from '../../src/store/queries/claims.ts'
import { readDataVersion } from '../../src/store/queries/runs/data-version.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { collect } from '../support/collect.ts'
import { startSite } from '../web/site.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

async function read(url: string): Promise<StoreReader> {
  const reader = await openReader(url)
  onTestFinished(() => reader.close())
  return reader
}

describePostgres('a reader of PostgreSQL', server => {
  let url = ''

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
  })

  it('cannot change anything', async () => {
    const { database } = await read(url)
    await expect(database.deleteFrom('claim').execute()).rejects.toMatchObject({ exitCode: 4 })
    await expect(
      database.transaction().execute(transaction => sql`UPDATE article SET title = 'x'`.execute(transaction)),
    ).rejects.toMatchObject({ exitCode: 4 })
  })

  it('sees one state of the database in a transaction', async () => {
    const { database } = await read(url)
    const title = () => query(url, 'UPDATE article SET title = coalesce(title, $1) || $1', ['x'])
    const titles = await database.transaction().execute(async snapshot => {
      const find = () => snapshot.selectFrom('article').select('title').orderBy('id').execute()
      const before = await find()
      await title()
      return [before, await find()]
    })
    expect(titles[1]).toEqual(titles[0])
    expect(await database.selectFrom('article').select('title').orderBy('id').execute()).not.toEqual(titles[0])
  })

  it('notices what others change, and only that', async () => {
    const { database } = await read(url)
    const first = await readDataVersion(database)
    await countClaims(database)
    expect(await readDataVersion(database)).toBe(first)
    const [claim] = await findClaims(database, { limit: 1 })
    await appendCorrections(url, [claim?.id ?? ''], {
      verdict: 'accepted',
      source: null,
      note: null,
      correctedBy: null,
    })
    expect(await readDataVersion(database)).not.toBe(first)
  })

  it('needs no right but to read', async () => {
    const name = new URL(url).pathname.slice(1)
    await query(url, "CREATE ROLE reader LOGIN PASSWORD 'only reads'")
    await query(url, 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader')
    const ours = server().urlOf(name, 'reader', 'only reads')
    const reader = await read(ours)
    expect(await findClaims(reader.database)).toEqual(await findClaims((await read(url)).database))
    expect(await collect((await reader.select('SELECT count(*) > 0 FROM v_claim')).rows)).toEqual([[1]])
    expect(await reader.checkIntegrity()).toEqual([])
    const site = await startSite(ours)
    expect((await site.get('/sql?q=SELECT+1')).body).toContain('1 row in')
  })

  it('takes NUL, half characters and anything else in what is looked for', async () => {
    const { database } = await read(url)
    for (const text of ['a\0b', '\ud800', "'", '\\', '%', ':*&|!<->()', '\u{10ffff}'])
      for (const filter of [{ source: text }, { cue: text }, { text }])
        expect(Array.isArray(await findClaims(database, filter))).toBe(true)
  })

  it('gives the rows of a long query as they come, and ends it when nobody wants more', async () => {
    const reader = await read(url)
    const { columns, rows } = await reader.select(
      'SELECT n, n * 2.5 AS m FROM (SELECT generate_series(1, 100000000) AS n) AS s',
    )
    expect(columns).toEqual(['n', 'm'])
    let sum = 0
    for await (const [n, m] of rows) {
      if (n === 1_201) break
      sum += Number(m)
    }
    expect(sum).toBe((2.5 * 1_200 * 1_201) / 2)
    const running = await query(
      url,
      "SELECT count(*)::integer AS number FROM pg_stat_activity WHERE query LIKE 'FETCH%' AND state <> 'idle'",
    )
    expect(running).toEqual([{ number: 0 }])
  })
})
