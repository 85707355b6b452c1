import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storeAcross } from '../support/across-database.ts'
import { findFault, OPERATIONS } from './api/api-document.ts'
import { openSite, type TestSite, wordsOf } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-replies-'))
let site: TestSite
beforeAll(async () => {
  site = await openSite(await storeAcross(join(folder, 'claims.db')))
})
afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Reply {
  readonly accusation_id: string
  readonly reply_id: string
  readonly reply: string
  readonly reply_place: { readonly article: string; readonly start: number; readonly end: number } | null
}

/** As the document has it. */
async function askReplies(article: string) {
  const operation = OPERATIONS.find(one => one.path === '/articles/{article}/replies')
  if (operation === undefined) throw new Error('it is not in the document')
  const { items } = JSON.parse((await site.get('/api/v1/articles')).body) as { items: { id: string; uri: string }[] }
  const { id } = items.find(({ uri }) => uri === article) ?? { id: '' }
  const { status, headers, body } = await site.get(`/api/v1/articles/${id}/replies`)
  expect(status).toBe(200)
  expect(findFault(operation, status, String(headers['content-type']), JSON.parse(body))).toBeNull()
  return JSON.parse(body) as {
    readonly items: readonly { readonly replies: readonly Reply[] }[]
    readonly answers: readonly Reply[]
  }
}

it('words that are no claim’s are told with their place, and pages lead to them there', async () => {
  const { items } = await askReplies('https://post.example/dam')
  const replies = items.flatMap(item => item.replies)
  const words = replies.find(({ reply_place }) => reply_place !== null)
  expect(words).toMatchObject({ reply: expect.stringContaining('unable to reach') })
  const { article, start, end } = words?.reply_place ?? { article: '', start: 0, end: 0 }
  const { body: text } = await site.get(`/api/v1/articles/${article}/text`)
  expect([...text].slice(start, end).join('')).toBe(words?.reply)
  const claim = await site.get(`/claims/${words?.accusation_id}`)
  const address = `/articles/${article}?at=${start}-${end}#at`
  expect(claim.body).toContain(`href="${address}"`)
  expect(claim.body).not.toContain(`/claims/${words?.reply_id}`)
  const place = await site.get(address.replace(/#.*/, ''))
  expect(place.status).toBe(200)
  expect(wordsOf(place.body.slice(place.body.indexOf('id="at"')).replace(/^[^>]*>/, ''))).toMatch(
    /^☞ ?was unable to reach/,
  )
  // A claim that answers from another article has its page.
  expect(replies.some(({ reply_place }) => reply_place === null)).toBe(true)
  for (const wrong of ['x', '9-3', '1-']) expect((await site.get(`/articles/${article}?at=${wrong}`)).status).toBe(400)
})

it('what an article answers in others is told, too', async () => {
  const { answers, items } = await askReplies('https://wire.example/cranes')
  expect(items.length).toBeGreaterThan(0)
  expect(answers.length).toBeGreaterThan(0)
})
