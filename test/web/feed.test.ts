import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { escapeXml } from '../../src/web/feed/escape-xml.ts'
import { storeRecords } from '../support/stored-database.ts'
import { analyseNewsroom } from './newsroom.ts'
import { startSite, type TestSite } from './site.ts'

interface Feed {
  readonly id: string
  readonly updated: string
  readonly links: readonly { href: string; rel: string }[]
  readonly entries: readonly {
    id: string
    title: { value: string } | string
    updated: string
    links: { href: string }[]
    categories: { term: string }[]
  }[]
}

async function readFeed(site: TestSite, path = '/feed.atom'): Promise<Feed> {
  const { status, headers, body } = await site.get(path)
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(XMLValidator.validate(body)).toBe(true)
  return parseAtomFeed(body) as unknown as Feed
}

it('gives the findings of the newest articles, under ids that stay, with a link to each place', async () => {
  const records = await analyseNewsroom(8)
  const path = storeRecords(records.slice(0, 6), records.slice(6))
  const site = await startSite(path)
  const feed = await readFeed(site)
  const self = `${site.running.url}feed.atom`
  expect(feed.links).toContainEqual(expect.objectContaining({ rel: 'self', href: self }))
  expect(feed.entries.length).toBeGreaterThan(3)
  const ids = feed.entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, updated, links } of feed.entries) {
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(new Date(updated).toISOString()).toBe(updated)
    const { pathname, search, origin } = new URL(links[0]?.href ?? '')
    expect(`${origin}/`).toBe(site.running.url)
    expect((await site.get(`${pathname}${search}`)).status).toBe(200)
  }
  const again = await startSite(path)
  expect((await readFeed(again)).entries.map(({ id }) => id)).toEqual(ids)
  const [rule = ''] = feed.entries.flatMap(({ categories }) => categories.map(({ term }) => term))
  const some = await readFeed(site, `/feed.atom?rule=${rule}`)
  expect(some.entries.length).toBeGreaterThan(0)
  expect(some.entries.length).toBeLessThan(ids.length)
  expect(some.entries.every(({ categories }) => categories[0]?.term === rule)).toBe(true)
})

it('refuses a rule that the policy does not have, and names those that it has', async () => {
  const site = await startSite(storeRecords([]))
  for (const path of ['/feed.atom?rule=nope', '/api/v1/findings?rule=nope']) {
    const { status, body } = await site.get(path)
    expect([path, status]).toEqual([path, 400])
    expect(body).toMatch(/nope.*is no rule of the policy; choose from .*lone-anonymous-source/s)
  }
})

it('spares whoever asks all day long, and is empty where nothing is found', async () => {
  const site = await startSite(storeRecords([]))
  const feed = await site.get('/feed.atom')
  expect((await readFeed(site)).entries ?? []).toEqual([])
  const headers = { 'if-none-match': String(feed.headers.etag) }
  expect((await site.ask('/feed.atom', { headers })).status).toBe(304)
  expect((await site.get('/feed.atom?page=2')).status).toBe(400)
})

it('is well formed whatever an article holds', async () => {
  const [record] = await analyseNewsroom(1)
  const { article } = record as ArticleRecord
  const hostile = { ...article, title: ']]><script>&amp;\u0001\u000b"\'\ufffe</title>', uri: 'a&b<c>.txt' }
  const site = await startSite(storeRecords([{ ...(record as ArticleRecord), article: hostile }]))
  const { entries } = await readFeed(site)
  expect(entries.length).toBeGreaterThan(0)
})

it('any text is XML, and read back as it was but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const written = `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`
      expect(XMLValidator.validate(written)).toBe(true)
      const kept = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
      expect(readBack(escapeXml(text))).toBe(kept)
    }),
  )
})

/** What a reader of XML makes of it. */
function readBack(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot)|#(\d+));/g, (_, name: string | undefined, number: string) =>
    name === undefined ? String.fromCodePoint(Number(number)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? ''),
  )
}
