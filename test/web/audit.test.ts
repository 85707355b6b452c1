import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { storeRecords, storeRecordsAt } from '../support/stored-database.ts'
import { articleOf } from '../support/voiced-article.ts'
import { openSite, startSite, type TestSite, wordsOf } from './site.ts'
import { analyseVoicedNewsroom } from './voiced-newsroom.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-audit-'))
let records: readonly ArticleRecord[] = []
let site: TestSite

beforeAll(async () => {
  records = await analyseVoicedNewsroom(8)
  const path = join(folder, 'claims.db')
  storeRecordsAt(path, records)
  site = await openSite(path)
})

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A number of a page that leads somewhere. */
interface Figure {
  readonly href: string
  /** As the page says it. */
  readonly value: number
}

/** The figures of every table of a page. */
function figuresOf(body: string): Figure[] {
  const found = body.matchAll(/<td class="number"><a href="([^"]+)">([\d,]+)<\/a> of /g)
  return [...found].map(([, href = '', value = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    value: toNumber(value),
  }))
}

function toNumber(words: string): number {
  return Number(words.replaceAll(',', ''))
}

/** What a page counts: claims, or sources with the words that they say. */
function countOn(href: string, body: string): number {
  const words = wordsOf(body)
  const [, heading = ''] = /<h1>([\s\S]*?)<\/h1>/.exec(body) ?? []
  if (href.includes('order=words')) return toNumber(/([\d,]+) quoted words?, in/.exec(words)?.[1] ?? '')
  return toNumber(/[\d,]+/.exec(wordsOf(heading))?.[0] ?? '')
}

describe('the audit', () => {
  it('leads from every figure to as many claims, sources or words', async () => {
    const { body, status } = await site.get('/audit')
    expect(status).toBe(200)
    const figures = figuresOf(body)
    expect(figures.length).toBeGreaterThan(100)
    const wrong: unknown[] = []
    for (const { href, value } of figures) {
      const found = countOn(href, (await site.get(href)).body)
      if (found !== value) wrong.push({ href, value, found })
    }
    expect(wrong).toEqual([])
  })

  it('does so of some of the articles alone', async () => {
    const asked = '/audit?outlet=Meridian+Wire&section=Local&since=2024-01&until=2025-06&known=1&over=men'
    const { body } = await site.get(asked)
    const figures = figuresOf(body)
    expect(figures.length).toBeGreaterThan(20)
    for (const { href, value } of figures.filter((_, place) => place % 3 === 0)) {
      const { body: list } = await site.get(href)
      expect({ href, found: countOn(href, list) }).toEqual({ href, found: value })
    }
  })

  it('takes days and months, as the list of claims does, and leads on within them', async () => {
    const { body } = await site.get('/audit?since=2024-02-10&until=2025-06&over=men')
    expect(body).toContain('type="date" name="since" value="2024-02-10"')
    expect(body).toContain('type="month" name="until" value="2025-06"')
    const figures = figuresOf(body)
    expect(figures.length).toBeGreaterThan(20)
    for (const { href, value } of figures.filter((_, place) => place % 9 === 0)) {
      const { body: list } = await site.get(href)
      expect({ href, found: countOn(href, list) }).toEqual({ href, found: value })
    }
    const counted = async (query: string) =>
      wordsOf((await site.get(`/claims?${query}`)).body).match(/[\d,]+ claims?/)?.[0]
    expect(await counted('since=2024-02&until=2025-02')).toBe(await counted('since=2024-02-01&until=2025-02-28'))
  })

  it.each([
    ['/audit?since=2024-01&since=2025-01', 'since is given 2 times'],
    ['/claims?since=2024-01-01&since=2025-01-01', 'since is given 2 times'],
    ['/audit?since=2024-02-30', 'is no date of the calendar'],
    ['/claims?until=2024-13', 'is no date of the calendar'],
  ])('refuses %s', async (path, words) => {
    const { status, body } = await site.get(path)
    expect([status, body]).toEqual([400, expect.stringContaining(words)])
  })

  it.each([
    '/sources?q',
    '/quotations?q',
    '/quote?q',
    '/quote?by',
    '/sql?q',
    '/audit?known',
    '/people?from',
    '/anonymous?order',
  ])('refuses two values of %s', async parameter => {
    const { status, body } = await site.get(`${parameter}=1&${parameter.split('?')[1]}=2`)
    expect([status, body]).toEqual([400, expect.stringContaining('is given 2 times, and may be given once')])
  })

  it('counts what the stored voices have', async () => {
    const { body } = await site.get('/audit')
    const sources = records.flatMap(({ voices, claims }) => {
      const listed = new Set(
        claims.filter(({ act }) => !['belief', 'intention', 'feeling'].includes(act)).map(({ id }) => id),
      )
      return voices.filter(voice => voice.claims.some(({ claimId }) => listed.has(claimId)))
    })
    expect(wordsOf(body)).toContain(`Sources ${sources.length} in`)
  })

  it('lists the sources of an article without a section, and says which articles they are of', async () => {
    const { body } = await site.get('/audit/sources?none=section')
    expect(wordsOf(body)).toContain('no section')
    const own = records.filter(({ article }) => article.section === null).map(({ article }) => article.id)
    const shown = [...body.matchAll(/href="\/articles\/([0-9a-f]+)"/g)].map(([, id]) => id)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every(id => own.includes(id as string))).toBe(true)
  })

  it.each([
    ['/audit?since=2026', /"2026" is no date of the calendar; write a day as 2026-05-31, or a month as 2026-05/],
    ['/audit?outlet=Meridan+Wires', /No article has the outlet "Meridan Wires": near is "Meridian Wire"/],
    ['/audit/sources?byline=Nobody', /No article has the byline "Nobody": there are "Ida Holm", "Ben Okafor"/],
    ['/claims?section=Sports', /No article has the section "Sports"/],
    ['/audit?since=2026-06&until=2026-05', /since 2026-06 comes after until 2026-05/],
    ['/audit/sources?since=2026-06-02&until=2026-06-01', /since 2026-06-02 comes after until 2026-06-01/],
    ['/audit/compare?b.since=2026-06&b.until=2026-05', /b\.since 2026-06 comes after b\.until 2026-05/],
    ['/claims?since=2026-06-02&until=2026-06-01', /since 2026-06-02 comes after until 2026-06-01/],
    ['/articles?since=2026-07&until=2026-06', /since 2026-07 comes after until 2026-06/],
    ['/audit?versions=old', /"old" is no value of versions; choose from newest, all/],
    ['/audit?over=mood', /"mood" is no value of over; choose from women/],
    ['/audit?none=mood', /"mood" is no value of none/],
    ['/audit?none=outlet&outlet=x', /give outlet or none/],
    ['/audit?month=2026-05', /knows no parameter "month"/],
    ['/audit/sources?gender=many', /"many" is no gender; choose from woman/],
    ['/audit/sources?who=all', /"all" is no value of who/],
    ['/claims?versions=newest', /versions=newest is about whose claims are listed/],
    ['/claims?type=king', /"king" is no type/],
    ['/people?gender=x', /"x" is no gender/],
    ['/audit/compare?unit=x', /"x" is no value of unit/],
    [
      '/audit/compare?at=2025-01&a.outlet=Meridian+Wire',
      /The month at stands for two parts, before and since, and a\.outlet for one/,
    ],
    ['/audit/compare?outlet=Meridian+Wire', /take a month; give at too/],
    ['/audit/compare?at=May', /"May" is no month/],
  ])('%s is answered with 400 and one sentence', async (path, words) => {
    const { status, body } = await site.get(path)
    expect(status).toBe(400)
    expect(wordsOf(body)).toMatch(words)
  })

  it('says what to do where nobody is heard', async () => {
    const { body } = await site.get('/audit?until=1999-01')
    expect(wordsOf(body)).toContain('0 articles fit these filters. Take away a filter')
  })
})

describe('claims', () => {
  it('are narrowed by what their sources are, each facet counting what choosing it gives', async () => {
    const { body } = await site.get('/claims?voiced=1&publisher=Meridian+Wire')
    const facets = [
      ...body.matchAll(
        /href="(\/claims\?[^"]*(?:gender|type|function)=[^"]*)"[^>]*><span class="value">[^<]*<\/span> <span class="number">([\d,]+)</g,
      ),
    ]
    expect(facets.length).toBeGreaterThan(5)
    for (const [, href = '', claims = ''] of facets) {
      const address = href.replaceAll('&amp;', '&')
      expect({ address, found: countOn(address, (await site.get(address)).body) }).toEqual({
        address,
        found: toNumber(claims),
      })
    }
  })

  it('keep whose they are when words are searched for', async () => {
    const { body } = await site.get('/claims?gender=woman&person=1&section=Local')
    for (const kept of ['name="gender" value="woman"', 'name="person" value="1"', 'name="section" value="Local"'])
      expect(body).toContain(kept)
  })
})

describe('people', () => {
  it('are listed, and each has a page with what every article says and by which words', async () => {
    const { body } = await site.get('/people')
    const people = [...body.matchAll(/<a href="\/people\/([0-9a-f]+)">/g)].map(([, id]) => id as string)
    expect(people.length).toBeGreaterThan(10)
    const voices = new Map(records.flatMap(({ voices }) => voices.map(voice => [voice.id, voice] as const)))
    for (const id of people.slice(0, 5)) {
      const page = await site.get(`/people/${id}`)
      expect(page.status).toBe(200)
      const words = wordsOf(page.body)
      const voice = voices.get(id)
      expect(words).toContain(`${voice?.first.start}–${voice?.first.end}`)
      const [evidence] = voice?.evidence ?? []
      expect(words.includes('Weak evidence: no words of the text say it.')).toBe(evidence?.span === null)
    }
  })

  it('lead to as many claims as they say', async () => {
    const { body } = await site.get('/people')
    const rows = [...body.matchAll(/href="(\/claims\?speaker=[0-9a-f]+)">([\d,]+)</g)]
    expect(rows.length).toBeGreaterThan(5)
    for (const [, href = '', claims = ''] of rows.slice(0, 8))
      expect(countOn(href, (await site.get(href)).body)).toBe(toNumber(claims))
  })

  it('are led to from what they say', async () => {
    const [record] = records as readonly [ArticleRecord]
    const voice = record.voices.find(
      ({ kind, name, claims }) => kind === 'person' && name !== null && claims.length > 0,
    )
    const { body } = await site.get(`/claims/${voice?.claims[0]?.claimId}`)
    expect(body).toContain(`href="/people/${voice?.id}"`)
  })

  it('are not found by an id that nobody has', async () => {
    for (const path of ['/people/ffff', '/claims?speaker=ffff', '/claims?one=no+id', '/audit/sources?speaker=ffff'])
      expect([path, (await site.get(path)).status]).toEqual([path, 404])
  })
})

describe('versions of an article', () => {
  const uri = 'https://news.example/bridge'
  const older = articleOf(
    [
      { name: 'Ada Brook', says: ['one', 'two'] },
      { name: 'Bert Cole', says: ['three'] },
    ],
    { uri },
  )
  const newer = articleOf([{ name: 'Ada Brook', says: ['one', 'four', 'five'] }], { uri })
  const other = articleOf([{ name: 'Ada Brook', says: ['six'] }], { uri: 'https://news.example/fares' })

  it('are one in every figure, which leads to as many, unless all are asked for', async () => {
    const site = await startSite(storeRecords([older, newer, other]))
    const { body } = await site.get('/audit')
    expect(wordsOf(body)).toContain('Sources 2 in 2 of 2 articles')
    expect(wordsOf(body)).toContain('1 older version is left out. Count all')
    const all = await site.get('/audit?versions=all')
    expect(wordsOf(all.body)).toContain('Sources 4 in 3 of 3 articles')
    for (const { href, value } of [...figuresOf(body), ...figuresOf(all.body)])
      expect({ href, found: countOn(href, (await site.get(href)).body) }).toEqual({ href, found: value })
  })

  it('are one on the pages of people, and a voice of an older one is shown among all', async () => {
    const site = await startSite(storeRecords([older, newer, other]))
    const words = async (path: string) => wordsOf((await site.get(path)).body)
    expect(await words('/people')).toMatch(/1 person .*1 older version is left out/)
    expect(await words('/people?versions=all')).toContain('2 people')
    const idOf = ({ voices }: ArticleRecord, name: string) => voices.find(voice => voice.name === name)?.id
    expect(await words(`/people/${idOf(other, 'Ada Brook')}`)).toMatch(/4 claims ?, .*named in 2 articles/)
    expect(await words(`/people/${idOf(other, 'Ada Brook')}?versions=all`)).toMatch(/6 claims ?, .*named in 3 articles/)
    expect(await words(`/people/${idOf(older, 'Ada Brook')}`)).toMatch(/6 claims ?, .*named in 3 articles/)
    expect(await words(`/people/${idOf(older, 'Bert Cole')}`)).toContain('named in 1 article')
    const home = `/people/${idOf(newer, 'Ada Brook')}`
    expect((await site.get(`/people/${idOf(older, 'Ada Brook')}`)).body).toContain(
      `<a href="${home}">count the newest only`,
    )
    expect(await words(`${home}?versions=all`)).toContain('older version · 2 claims')
    expect((await site.get(`/people/${idOf(older, 'Bert Cole')}`)).body).not.toContain('count the newest only')
    expect(await words(`/claims?one=${idOf(older, 'Ada Brook')}`)).toContain('2 claims')
    expect(await words('/claims?versions=all')).toContain('7 claims')
    expect(await words('/claims?voiced=1')).toMatch(/4 claims .*1 older version is left out/)
    expect(await words(`/claims?speaker=${idOf(older, 'Ada Brook')}`)).toContain('4 claims')
  })
})

describe('two parts', () => {
  it('stand beside one another with differences and their intervals', async () => {
    const { body } = await site.get('/audit/compare?a.outlet=Meridian+Wire&b.outlet=Northgate+Post&unit=claims')
    expect(wordsOf(body)).toMatch(/[+−]\d+ points \([+−]?\d+ to [+−]?\d+\)/)
    const links = [...body.matchAll(/<a href="(\/claims\?[^"]+)">[<>]?\d+%<\/a>[^<]*<span class="meta">([\d,]+) of/g)]
    expect(links.length).toBeGreaterThan(5)
    for (const [, href = '', hits = ''] of links.slice(0, 6)) {
      const address = href.replaceAll('&amp;', '&')
      expect({ address, found: countOn(address, (await site.get(address)).body) }).toEqual({
        address,
        found: toNumber(hits),
      })
    }
  })

  it('are before a month and since', async () => {
    const { body } = await site.get('/audit/compare?at=2025-01')
    expect(wordsOf(body)).toContain('published … to 2024-12')
    expect(wordsOf(body)).toContain('published 2025-01 to …')
  })

  it('that have articles in common are refused beside the fields', async () => {
    const { body, status } = await site.get('/audit/compare?a.outlet=Meridian+Wire&b.section=Local')
    expect(status).toBe(200)
    expect(wordsOf(body)).toMatch(/in common; compare parts that have none/)
  })
})

describe('corrections', () => {
  it('count at once: a rejected claim is nobody’s, and a figure still leads to as many', async () => {
    const site = await startSite(storeRecords(records), { isEditable: true })
    const [record] = records as readonly [ArticleRecord]
    const statements = new Set(record.claims.filter(({ act }) => act === 'statement').map(({ id }) => id))
    const own = record.voices.flatMap(({ claims }) => claims).map(({ claimId }) => claimId)
    const rejected = own.find(id => statements.has(id))
    const before = toNumber(/Claims ([\d,]+) of/.exec(wordsOf((await site.get('/audit')).body))?.[1] ?? '')
    await site.post(`/claims/${rejected}/correct`, { verdict: 'reject' })
    const { body } = await site.get('/audit')
    expect(toNumber(/Claims ([\d,]+) of/.exec(wordsOf(body))?.[1] ?? '')).toBe(before - 1)
    for (const { href, value } of figuresOf(body).slice(0, 30))
      expect({ href, found: countOn(href, (await site.get(href)).body) }).toEqual({ href, found: value })
  })
})
