import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArticleRecord } from '../../../src/domain/record.ts'
import { storeRecordsAt } from '../../support/stored-database.ts'
import { analyseVoicedNewsroom } from '../voiced-newsroom.ts'
import { findFault, OPERATIONS } from './api-document.ts'
import { type ApiSite, openApiSite } from './api-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-audit-api-'))
let records: readonly ArticleRecord[]
let site: ApiSite

beforeAll(async () => {
  records = await analyseVoicedNewsroom(6)
  const path = join(folder, 'claims.db')
  storeRecordsAt(path, records)
  site = await openApiSite(path)
})

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Person {
  readonly id: string
  readonly name: string
  readonly claims: number
  readonly articles: number
}

interface PersonPage {
  readonly total: number
  readonly items: readonly Person[]
  readonly links: { readonly next: string | null }
}

/** An answer, after it was held against the document. */
async function ask<Answer>(path: string, of: string): Promise<Answer> {
  const answer = await site.ask(`/api/v1${path}`)
  const body = await answer.json()
  const operation = OPERATIONS.find(one => one.path === of)
  expect(operation && findFault(operation, answer.status, answer.headers.get('content-type') ?? '', body)).toBeNull()
  return body as Answer
}

it('gives the figures of the audit, of the articles that are asked for', async () => {
  interface Audit {
    readonly counts: { readonly articles: number; readonly people: number }
    readonly breakdowns: readonly { readonly by: string }[]
  }
  const all = await ask<Audit>('/audit', '/audit')
  const named = records.flatMap(({ voices }) => voices).filter(({ kind, name }) => kind === 'person' && name !== null)
  expect(all.counts).toMatchObject({ articles: records.length, people: named.length })
  expect(all.breakdowns.map(({ by }) => by)).toEqual(['gender', 'type', 'function', 'naming'])
  const own = await ask<Audit>('/audit?outlet=Meridian+Wire&none=section', '/audit')
  const chosen = records.filter(
    ({ article: { publisher, section } }) => publisher === 'Meridian Wire' && section === null,
  )
  expect(own.counts.articles).toBe(chosen.length)
})

it('counts older versions too where every text is asked for, and refuses what no article has', async () => {
  const counts = async (query: string) =>
    (await ask<{ readonly counts: Readonly<Record<string, number>> }>(`/audit?${query}`, '/audit')).counts
  expect(await counts('versions=all')).toEqual(await counts(''))
  expect((await counts('')).older_versions).toBe(0)
  for (const [path, code, words] of [
    ['/audit?outlet=Meridian', 'nothing-chosen', 'near is "Meridian Wire"'],
    ['/audit?since=2026-06&until=2026-05', 'dates-reversed', 'since 2026-06 comes after until 2026-05'],
    ['/claims?since=2026-06-02&until=2026-06-01', 'dates-reversed', 'since 2026-06-02 comes after'],
    ['/articles?since=2026-06-02&until=2026-06-01', 'dates-reversed', 'since 2026-06-02 comes after'],
  ] as const)
    expect(await ask(path, path.split('?')[0] ?? '')).toMatchObject({ code, detail: expect.stringContaining(words) })
})

it('lists everybody once, page by page', async () => {
  const people: Person[] = []
  for (let next: string | null = '/people?limit=10'; next !== null; ) {
    const page: PersonPage = await ask(next, '/people')
    people.push(...page.items)
    expect(page.total).toBeGreaterThanOrEqual(people.length)
    next = page.links.next === null ? null : page.links.next.replace('/api/v1', '')
  }
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
  expect(people.map(({ claims }) => claims)).toEqual(people.map(({ claims }) => claims).toSorted((a, b) => b - a))
})

it('gives a person with each article, and words where they stand', async () => {
  const { items }: PersonPage = await ask('/people?limit=3', '/people')
  for (const { id, name, articles } of items) {
    const person = await ask<{
      readonly name: string
      readonly voices: readonly { readonly article: string; readonly first: { text: string; span: [number, number] } }[]
    }>(`/people/${id}`, '/people/{person}')
    expect(person.name).toBe(name)
    expect(person.voices).toHaveLength(articles)
    for (const { article, first } of person.voices) {
      const text = records.find(record => record.article.id === article)?.article.text ?? ''
      expect([...text].slice(...first.span).join('')).toBe(first.text)
    }
  }
  expect((await site.ask('/api/v1/people/ffff')).status).toBe(404)
})

it('lists what people say, and what is said by women', async () => {
  const { items }: PersonPage = await ask('/people?limit=2', '/people')
  for (const { id, claims } of items) {
    const said = await ask<{ readonly total: number }>(`/claims?speaker=${id}`, '/claims')
    expect(said.total).toBe(claims)
  }
  const [all, women] = await Promise.all(
    ['/claims', '/claims?gender=woman'].map(path => ask<{ readonly total: number }>(path, '/claims')),
  )
  expect(women?.total).toBeGreaterThan(0)
  expect(women?.total).toBeLessThan(all?.total ?? 0)
})
