import { expect, it } from 'vitest'
import { storeRecords } from '../../support/stored-database.ts'
import { OPERATIONS } from './api-document.ts'
import { startApiSite } from './api-site.ts'

interface Refused {
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly in: string; readonly name: string; readonly detail: string }[]
}

const start = async () => await startApiSite(storeRecords([]), true)

it('says in every route of what can be no id that it is not known', async () => {
  const site = await start()
  const withIds = OPERATIONS.filter(({ path }) => path.includes('{'))
  expect(withIds.length).toBeGreaterThan(10)
  for (const id of ['no id\u202e', 'ABC', 'x'.repeat(300), '../../etc', 'a\0'])
    for (const { method, path } of withIds) {
      const address = `/api/v1${path.replace(/\{\w+\}/, encodeURIComponent(id))}`
      const headers = { 'Content-Type': 'application/json' }
      const answer = await site.ask(address, { method, ...(method === 'GET' ? {} : { headers, body: '{}' }) })
      const { code, detail } = (await answer.json()) as Refused
      expect([address, answer.status, code]).toEqual([address, 404, expect.stringMatching(/-not-found$/)])
      expect(detail).toContain(`known as "${id.slice(0, 100)}`)
    }
})

it('tells who asks for what there is not what there is', async () => {
  const site = await start()
  const errorsOf = async (address: string, asking?: RequestInit) =>
    ((await (await site.ask(`/api/v1${address}`, asking)).json()) as Refused).errors?.map(({ detail }) => detail)
  expect(await errorsOf('/claims?q=a&q=b')).toEqual(['It is given more than once, and may be given once.'])
  expect(await errorsOf('/claims?color=red')).toEqual([expect.stringMatching(/; there are q, by, source, naming, /)])
  expect(await errorsOf('/articles/ab/text?color=red')).toEqual(['There is no such parameter or field; none is taken.'])
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ spans: { contents: [[0, 1]] } })
  expect(await errorsOf('/claims/ab/corrections', { method: 'POST', headers, body })).toEqual([
    'There is no such parameter or field; there are source, cue, content, addressee.',
  ])
})

it('shows nobody a pattern', async () => {
  const site = await start()
  for (const address of [
    '/claims?speaker=x',
    '/claims?after=x',
    '/claims?source=x',
    '/audit?since=x',
    '/articles?since=x',
  ]) {
    const answer = await site.ask(`/api/v1${address}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toMatch(/pattern|\^|\[0-9/)
  }
})
