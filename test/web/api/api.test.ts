import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../../src/domain/record.ts'
import type { ExportedClaim } from '../../../src/export/exported-claim.ts'
import { findExportFormat } from '../../../src/export/registry.ts'
import { checkArticles } from '../../../src/policy/check-articles.ts'
import { loadPolicy } from '../../../src/policy/load-policy.ts'
import type { PolicyFinding } from '../../../src/policy/policy-finding.ts'
import { openReader } from '../../../src/store/open-reader.ts'
import { placeSaying, storePlaces, storeRecordsAt } from '../../support/stored-database.ts'
import { analyseNewsroom } from '../newsroom.ts'
import { openSite } from '../site.ts'
import { type ApiSite, openApiSite } from './api-site.ts'

const TOKEN = 'f3a91c0d7e25b8466d0f92ab7c51e38d'
const folder = mkdtempSync(join(tmpdir(), 'hearsay-api-'))
const path = join(folder, 'claims.db')
let records: ArticleRecord[]
let site: ApiSite

interface PageOf<Item> {
  readonly total: number
  readonly items: readonly Item[]
  readonly links: { readonly next: string | null }
}

beforeAll(async () => {
  records = await analyseNewsroom(8)
  storeRecordsAt(path, records)
  const { article } = records[0] as ArticleRecord
  storePlaces(path, [placeSaying(article, 'elsewhere.txt', 'words', ['Read more', 'Advertisement'])])
  site = await openApiSite(path, true)
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** All items of a list, by its links. */
async function follow<Item>(first: string): Promise<Item[]> {
  const all: Item[] = []
  for (let next: string | null = first; next !== null; ) {
    const page: PageOf<Item> = await site.get(next)
    all.push(...page.items)
    next = page.links.next
  }
  return all
}

describe('lists', () => {
  it('give every claim once, as the export of lines has it', async () => {
    const lines: string[] = []
    const reader = await openReader(path)
    const jsonl = findExportFormat('jsonl')
    if (jsonl.writes !== 'file') throw new Error('jsonl is no file')
    await jsonl.export(reader.database, {}, async text => void lines.push(String(text)))
    await reader.close()
    const exported = lines
      .join('')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as ExportedClaim)
    const listed = await follow<ExportedClaim>('/api/v1/claims?attitudes=true&limit=17')
    const byId = (a: ExportedClaim, b: ExportedClaim) => (a.id < b.id ? -1 : 1)
    expect(listed.toSorted(byId)).toEqual(exported.toSorted(byId))
  })

  it('leave attitudes out unless they, or acts by name, are asked for', async () => {
    const acts = async (query: string) =>
      new Set((await follow<ExportedClaim>(`/api/v1/claims?limit=200${query}`)).map(({ act }) => act))
    expect(await acts('')).not.toContain('belief')
    expect(await acts('&attitudes=true')).toContain('belief')
    expect(await acts('&act=belief')).toEqual(new Set(['belief']))
  })

  it('narrow claims by each condition', async () => {
    const claims = await follow<ExportedClaim>('/api/v1/claims?limit=200')
    const listed = async (query: string) =>
      (await follow<ExportedClaim>(`/api/v1/claims?limit=200&${query}`)).map(({ id }) => id)
    const expected = (meets: (claim: ExportedClaim) => boolean) => claims.filter(meets).map(({ id }) => id)
    const article = records[2]?.article.id ?? ''
    expect(await listed('naming=anonymous&naming=unnamed')).toEqual(
      expected(({ source }) => source?.naming === 'anonymous' || source?.naming === 'unnamed'),
    )
    expect(await listed('cue=say&quotation=direct')).toEqual(
      expected(({ cue, quotation }) => cue.lemma === 'say' && quotation === 'direct'),
    )
    expect(await listed(`article=${article.slice(0, 12)}`)).toEqual(expected(claim => claim.article.id === article))
    expect((await listed('q=water')).length).toBeGreaterThan(0)
  })

  it('give every article once, with its claims counted as the list of claims has them', async () => {
    const articles = await follow<{ id: string; claims: { total: number; anonymous: number } }>(
      '/api/v1/articles?limit=3',
    )
    expect(articles.map(({ id }) => id).toSorted()).toEqual(records.map(({ article }) => article.id).toSorted())
    for (const { id, claims } of articles) {
      const page: PageOf<ExportedClaim> = await site.get(`/api/v1/claims?article=${id}`)
      expect(page.total).toBe(claims.total)
      const anonymous: PageOf<ExportedClaim> = await site.get(`/api/v1/claims?article=${id}&naming=anonymous`)
      expect(anonymous.total).toBe(claims.anonymous)
    }
  })

  it('find articles by words of their titles, whatever the case, and take signs of patterns as they are', async () => {
    const title = records[3]?.article.title ?? ''
    const words = encodeURIComponent(title.slice(0, 20).toUpperCase())
    const page: PageOf<{ title: string }> = await site.get(`/api/v1/articles?q=${words}`)
    expect(page.items.map(one => one.title)).toEqual([title])
    expect((await site.get<PageOf<unknown>>('/api/v1/articles?q=%25_')).total).toBe(0)
  })

  it('give the findings of hearsay check', async () => {
    const found: Pick<PolicyFinding, 'rule'>[] = []
    const reader = await openReader(path)
    for await (const { findings } of checkArticles(reader.database, loadPolicy(undefined, '.'))) found.push(...findings)
    await reader.close()
    const listed = await follow<PolicyFinding>('/api/v1/findings?limit=3')
    const inOrder = (findings: readonly object[]) => findings.map(finding => JSON.stringify(finding)).toSorted()
    expect(inOrder(listed)).toEqual(inOrder(found))
    const [first] = found
    const some = await follow<PolicyFinding>(`/api/v1/findings?rule=${first?.rule}`)
    expect(new Set(some.map(({ rule }) => rule))).toEqual(new Set([first?.rule]))
  })

  it('do not begin again where what they go on after is gone', async () => {
    expect((await site.ask('/api/v1/claims?after=abcdef')).status).toBe(404)
    expect((await site.ask('/api/v1/articles?after=abcdef')).status).toBe(404)
  })
})

describe('one article', () => {
  it('has the very text that offsets count in', async () => {
    const { article } = records[1] as ArticleRecord
    const answer = await site.ask(`/api/v1/articles/${article.id}/text`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const text = [...(await answer.text())]
    const { items } = await site.get<{ items: ExportedClaim[] }>(`/api/v1/articles/${article.id}/claims?attitudes=true`)
    expect(items).toHaveLength((records[1] as ArticleRecord).claims.length)
    for (const { cue } of items)
      expect(cue.spans.map(([start, end]) => text.slice(start, end).join('')).join(' … ')).toBe(cue.text)
  })

  it('has what was left out of it', async () => {
    const answer = await site.get(`/api/v1/articles/${records[0]?.article.id}/left-out`)
    expect(answer).toEqual({
      items: ['Read more', 'Advertisement'].map(text => ({ location: 'elsewhere.txt', reason: 'words', text })),
    })
  })
})

describe('entity tags', () => {
  it('spare whoever has the answer, until something changes', async () => {
    const address = '/api/v1/claims?limit=2'
    const first = await site.ask(address)
    const tag = first.headers.get('etag') ?? ''
    const again = await site.ask(address, { headers: { 'If-None-Match': `"other", ${tag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await site.ask('/api/v1/claims?limit=3')).headers.get('etag')).not.toBe(tag)
    const { items } = (await first.json()) as PageOf<ExportedClaim>
    await correct(items[0]?.id ?? '', { note: 'as in the minutes', by: 'Ada' })
    expect((await site.ask(address, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })
})

describe('corrections', () => {
  it('are added to the ledger, and stand in every answer beside what the machine found', async () => {
    const claim = records[3]?.claims[0]?.id ?? ''
    const answer = await correct(claim, { source: 'Edith Ferrand', note: 'she says so on the tape', by: 'Ada' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      id: claim,
      source: { name: 'Edith Ferrand', naming: 'named' },
      correction: { note: 'she says so on the tape', by: 'Ada', machine: {} },
    })
    await correct(claim, { verdict: 'rejected' })
    expect((await follow<ExportedClaim>('/api/v1/claims?rejected=true')).map(({ id }) => id)).toEqual([claim])
    const { items } = await site.get<{ items: { state: string }[] }>(`/api/v1/claims/${claim}/corrections`)
    expect(items.map(({ state }) => state)).toEqual(['in force', 'in force'])
  })

  it('move spans, add what was missed, join, split and undo, each a row of the ledger', async () => {
    const { article, claims } = records[5] as ArticleRecord
    const [first, second] = claims.filter(({ spans }) => spans.some(({ role }) => role === 'content'))
    const content = first?.spans.find(({ role }) => role === 'content')
    const { start = 0, end = 0 } = content ?? {}
    const moved = await correct(first?.id ?? '', { spans: { content: [[start, end - 1]] }, act: 'denial', by: 'Ada' })
    expect(moved.status).toBe(201)
    expect(await moved.json()).toMatchObject({
      act: 'denial',
      content: { spans: [[start, end - 1]] },
      correction: { machine: { content: { spans: expect.arrayContaining([[start, end]]) } } },
    })
    const undone = await post(`/api/v1/claims/${first?.id}/undo`, { by: 'Ada' })
    expect(await undone.json()).toMatchObject({ content: { spans: expect.arrayContaining([[start, end]]) } })
    const added = await post(`/api/v1/articles/${article.id}/claims`, {
      spans: { content: [[0, 12]] },
      source: 'Ada Bell',
    })
    expect(await added.json()).toMatchObject({
      origin: 'editor',
      source: { name: 'Ada Bell' },
      correction: { machine: null },
    })
    const { id = '' } = (await post(`/api/v1/articles/${article.id}/claims`, { spans: { content: [[13, 40]] } }).then(
      answer => answer.json(),
    )) as { id?: string }
    expect((await site.ask(`/api/v1/claims/${id}/explanation`)).status).toBe(200)
    expect((await post(`/api/v1/claims/${id}/splits`, { at: [20] })).status).toBe(201)
    const joined = await post(`/api/v1/claims/${first?.id}/joins`, { others: [second?.id ?? ''], note: 'one sentence' })
    expect(joined.status).toBe(201)
    expect((await site.get<{ status: string }>(`/api/v1/claims/${second?.id}`)).status).toBe('rejected')
  })

  it('are refused with 409 where others came since the claim was read, in whatever way it is changed', async () => {
    const claim = records[6]?.claims.find(({ spans }) => spans.some(({ role }) => role === 'content'))?.id ?? ''
    const address = `/api/v1/claims/${claim}`
    const seen = async () => (await site.get<{ items: unknown[] }>(`${address}/corrections`)).items.length
    expect(await seen()).toBe(0)
    expect((await correct(claim, { act: 'denial', seen: 0 })).status).toBe(201)
    for (const [act, body] of [
      ['corrections', { act: 'promise' }],
      ['joins', { others: [records[6]?.claims.find(({ id }) => id !== claim)?.id ?? ''] }],
      ['splits', { at: [20] }],
      ['undo', {}],
    ] as const) {
      const answer = await post(`${address}/${act}`, { ...body, seen: 0 })
      expect([act, answer.status, answer.headers.get('content-type')]).toEqual([act, 409, 'application/problem+json'])
      expect(await answer.json()).toMatchObject({ title: 'Conflict', detail: expect.stringContaining('somebody else') })
    }
    expect((await post(`${address}/undo`, { seen: 'abc' })).status).toBe(400)
    expect((await post(`${address}/undo`, { seen: await seen() })).status).toBe(201)
    const explanation = await site.get<{ corrections: unknown[] }>(`${address}/explanation`)
    expect([await seen(), explanation.corrections.length]).toEqual([2, 2])
    expect((await correct(claim, { verdict: 'withdrawn', seen: 2 })).status).toBe(201)
    const both = await Promise.all(['denial', 'promise'].map(act => correct(claim, { act, seen: 3 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await correct(claim, { note: 'nothing was said of what was seen' })).status).toBe(201)
  })

  it('that say nothing, or are no JSON, are refused', async () => {
    const claim = records[0]?.claims[0]?.id ?? ''
    expect((await correct(claim, { by: 'Ada' })).status).toBe(400)
    const address = `/api/v1/claims/${claim}/corrections`
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await site.ask(address, { method: 'POST', headers: form, body: 'verdict=rejected' })).status).toBe(415)
    const json = { 'Content-Type': 'application/json' }
    expect((await site.ask(address, { method: 'POST', headers: json, body: '{' })).status).toBe(400)
    const long = JSON.stringify({ note: 'x'.repeat(9_000_000) })
    expect((await site.ask(address, { method: 'POST', headers: json, body: long })).status).toBe(413)
  })
})

describe('problems', () => {
  it.each([
    ['GET', '/api/v1/nothing', 404],
    ['GET', '/api/v1/claims/abcdef0123', 404],
    ['GET', '/api/v1/claims?limit=1000', 400],
    ['GET', '/api/v1/claims?act=wink&color=red', 400],
    ['DELETE', '/api/v1/claims', 405],
    ['POST', '/api/v1/claims', 405],
    ['PUT', '/api/v1/openapi.json', 405],
  ])('%s %s is answered with one: %i', async (method, address, status) => {
    const answer = await site.ask(address, { method })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, detail: expect.any(String) })
    if (status === 405 && method === 'POST') expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  it('name every parameter that is wrong', async () => {
    const answer = await site.ask('/api/v1/claims?act=wink&color=red')
    const { errors } = (await answer.json()) as { errors: { in: string; name: string }[] }
    expect(errors.map(({ in: place, name }) => `${place} ${name}`)).toEqual(['query act.0', 'query color'])
  })
})

describe('over a real connection', () => {
  const claim = () => `/api/v1/claims/${records[0]?.claims[0]?.id}`
  const json = { 'content-type': 'application/json' }

  it('HEAD is GET without the body', async () => {
    const running = await openSite(path)
    const [head, get] = [await running.ask(claim(), { method: 'HEAD' }), await running.get(claim())]
    await running.close()
    expect([head.status, head.body, head.headers.etag]).toEqual([200, '', get.headers.etag])
    expect(get.headers['cache-control']).toBe('private, no-cache')
    expect(Object.keys(get.headers).filter(name => name.startsWith('access-control-'))).toEqual([])
  })

  it('the token is asked for, and nothing is changed without --edit', async () => {
    const running = await openSite(path, { token: TOKEN })
    const refused = await running.get(claim())
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Hearsay"'])
    expect(JSON.parse(refused.body)).toMatchObject({ status: 401 })
    const headers = { authorization: `Bearer ${TOKEN}` }
    expect((await running.ask(claim(), { headers })).status).toBe(200)
    const asking = { method: 'POST', headers: { ...headers, ...json }, body: '{"note":"no"}' }
    const changed = await running.ask(`${claim()}/corrections`, asking)
    await running.close()
    expect([changed.status, changed.headers.allow]).toEqual([405, 'GET, HEAD'])
    expect(changed.headers['content-type']).toBe('application/problem+json')
  })

  it('a program may change what another site’s page may not', async () => {
    const running = await openSite(path, { isEditable: true })
    const status = async (headers: Record<string, string>) =>
      (
        await running.ask(`${claim()}/corrections`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body: '{"note":"n"}',
        })
      ).status
    expect(await status({})).toBe(201)
    expect(await status({ origin: 'http://evil.example' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    const preflight = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
    expect((await running.ask(claim(), { method: 'OPTIONS', headers: preflight })).status).toBe(403)
    await running.close()
  })

  async function correctionCount(): Promise<number> {
    return (await site.get<{ items: unknown[] }>(`${claim()}/corrections`)).items.length
  }

  it('forms of other sites change nothing, whatever they call what they send', async () => {
    const running = await openSite(path, { isEditable: true })
    const before = await correctionCount()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      await running.ask(`${claim()}/corrections`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"note":"n"}',
      })
    await running.close()
    expect(await correctionCount()).toBe(before)
  })
})

async function correct(claim: string, body: unknown): Promise<Response> {
  return await post(`/api/v1/claims/${claim}/corrections`, body)
}

async function post(address: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return await site.ask(address, { method: 'POST', headers, body: JSON.stringify(body) })
}
