import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OpenDesk, PASTED } from '../open-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-submit-'))
let desk: OpenDesk

interface Submission {
  readonly id: string
  readonly stage: string
  readonly articles: readonly { id: string; fate: string | null; left_out: { text: string }[] }[]
  readonly problems: readonly { problem: string }[]
  readonly links: { readonly self: string }
}

beforeAll(async () => {
  desk = await OpenDesk.open(join(folder, 'claims.db'))
})

afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function post(address: string, body: unknown): Promise<{ status: number; body: Submission }> {
  const headers = { 'content-type': 'application/json' }
  const answer = await desk.site.ask(address, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: JSON.parse(answer.body) }
}

async function untilKept({ links }: Submission): Promise<Submission> {
  for (;;) {
    const submission = JSON.parse((await desk.site.get(links.self)).body) as Submission
    if (submission.stage === 'kept') return submission
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

it('an article that a program gives is read, analysed and stored, and its claims are listed', async () => {
  const given = await post('/api/v1/articles', { text: PASTED, publisher: 'The Harbour Courier' })
  expect(given.status).toBe(202)
  const { articles } = await untilKept(given.body)
  expect(articles).toEqual([expect.objectContaining({ fate: 'stored', error: null })])
  const article = JSON.parse((await desk.site.get(`/api/v1/articles/${articles[0]?.id}`)).body)
  expect(article).toMatchObject({ title: 'Rents rise again', byline: 'Ida Holm', publisher: 'The Harbour Courier' })
  const { items } = JSON.parse((await desk.site.get(`${article.links.claims}`)).body)
  expect(items.map(({ source }: { source: { name: string } }) => source.name)).toContain('Ruth Adeyemi')
})

it('is looked at first where that is asked for, and nothing is stored before it is kept', async () => {
  const text = PASTED.replace('a tenth', 'a fifth')
  const { body: read } = await post('/api/v1/articles', { text, keep: false })
  expect(read).toMatchObject({ stage: 'read', articles: [{ fate: null }] })
  const address = `/api/v1/articles/${read.articles[0]?.id}`
  expect((await desk.site.get(address)).status).toBe(404)
  expect((await post(`${read.links.self}/keep`, {})).status).toBe(202)
  await untilKept(read)
  expect((await desk.site.get(address)).status).toBe(200)
})

it('says what is wrong with what cannot be read', async () => {
  const german = 'Der Bürgermeister sagte am Montag, die Mieten seien in diesem Jahr um ein Zehntel gestiegen.'
  const { status, body } = await post('/api/v1/articles', { text: german })
  expect([status, body.articles]).toEqual([202, []])
  expect(body.problems[0]?.problem).toContain('another language')
  expect((await post('/api/v1/articles', { text: '' })).status).toBe(400)
  expect((await desk.site.get(`/api/v1/submissions/${'0'.repeat(32)}`)).status).toBe(404)
})
