import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { startSite } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describePostgres } from './describe-postgres.ts'
import { PASSWORD } from './start-postgres.ts'
import { fill } from './twins.ts'

const SECRETS = new RegExp(`${PASSWORD}|${encodeURIComponent(PASSWORD)}`)

const PAGES = [
  '/claims',
  '/claims?q=rents',
  '/claims?q=%22rents+rose%22',
  '/claims?q=rent*+%F0%9F%98%80',
  '/claims?q=well-known',
  '/claims?naming=anonymous&naming=unnamed',
  '/claims?quotation=direct&sort=oldest',
  '/claims?source=roy',
  '/sources',
  '/sources?q=r',
  '/anonymous',
  '/anonymous?publisher=Meridian+Wire',
  '/quote',
  '/quote?q=rents+rose',
  '/quote?q=rents+never+rose&by=roy',
  '/quote?q=nobody+knows+zephyrs',
  '/runs',
  '/runs/1',
  '/runs/2',
  '/runs/9',
  '/nowhere',
  '/claims/none',
  '/articles/none',
  '/articles',
  '/articles?q=rents&order=title',
  '/articles?order=anonymous&descending=1&findings=with',
]

describePostgres('the site on PostgreSQL', server => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-site-'))
  const file = join(folder, 'claims.db')
  let url = ''
  let ids: Readonly<Record<'claim' | 'article' | 'source' | 'entity', readonly string[]>>

  beforeAll(async () => {
    url = await server().createDatabase()
    await fill(file)
    await fill(url)
    const reader = await openReader(file)
    const find = async (table: 'claim' | 'article' | 'source' | 'entity') =>
      (await reader.database.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
    ids = {
      claim: await find('claim'),
      article: await find('article'),
      source: await find('source'),
      entity: await find('entity'),
    }
    await reader.close()
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('shows the same on every page, and the password on none', async () => {
    const [sqlite, postgres] = [await startSite(file), await startSite(url)]
    const some = (list: readonly string[], most: number) =>
      list.filter((_, index) => index % Math.ceil(list.length / most) === 0)
    const pages = [
      ...PAGES,
      ...some(ids.claim, 20).map(id => `/claims/${id}`),
      ...ids.article.map(id => `/articles/${id}`),
      ...some(ids.source, 15).map(id => `/sources/${id}`),
      ...some(ids.entity, 15).map(id => `/sources/${id}`),
    ]
    let shown = 0
    for (const page of pages) {
      const [one, other] = [await sqlite.get(page), await postgres.get(page)]
      const strip = (body: string) => body.replace(/(Hearsay 0.1.0 · )<span class="path">[^<]*<\/span>/, '')
      expect({ page, status: other.status, body: strip(other.body) }).toEqual({
        page,
        status: one.status,
        body: strip(one.body),
      })
      expect(one.status).not.toBe(500)
      expect(other.body).not.toMatch(SECRETS)
      if (one.status === 200) shown++
    }
    expect(shown).toBeGreaterThan(60)
  })

  it('takes a correction and shows it at once', async () => {
    const fresh = await server().createDatabase()
    await fill(fresh)
    const site = await startSite(fresh, { isEditable: true })
    const [, , , , , id] = ids.claim
    const answer = await site.post(`/claims/${id}/correct`, { verdict: 'reject', note: 'no claim', by: 'Ann' })
    expect(answer.status).toBe(303)
    expect((await site.get(`/claims/${id}`)).body).toContain('no claim')
    expect((await site.get('/runs')).body).not.toMatch(SECRETS)
  })

  it('answers queries in the SQL of PostgreSQL, as a page, CSV and JSON', async () => {
    const site = await startSite(await addReader(url))
    const page = await site.get('/sql?q=SELECT+count(*)+FROM+v_claim+WHERE+naming+%3D+%27anonymous%27')
    expect(page.body).toContain('in the SQL of PostgreSQL')
    expect(page.body).toContain('1 row in')
    for (const [, query] of page.body.matchAll(/href="\/sql\?(q=[^"]*)"/g)) {
      const { status, body } = await site.get(`/sql.json?${query?.replaceAll('&amp;', '&')}`)
      expect({ status, rows: JSON.parse(body).rows.length > 0 }).toEqual({ status: 200, rows: true })
    }
    expect((await site.get('/sql')).body).not.toMatch(SECRETS)
    expect((await site.get('/sql.csv?q=DELETE+FROM+claim')).status).toBe(400)
  })
})
