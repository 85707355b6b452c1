import { once } from 'node:events'
import { connect } from 'node:net'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { buildArticleRecord } from '../support/article-record.ts'
import { proofSize } from '../support/proof-size.ts'
import { startSiteOf } from './site.ts'

const RECORD = buildArticleRecord('Ms Roy said that rents rose.', [
  { source: 'Ms Roy', cue: 'said', content: 'that rents rose' },
])
const FORM = `verdict=save&note=${'x'.repeat(600)}`

/** Everything that is said on either stream while a test runs. */
function listen(): string[] {
  const said: string[] = []
  for (const stream of [process.stderr, process.stdout]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation(words => said.push(String(words)) > 0)
    onTestFinished(() => spy.mockRestore())
  }
  for (const method of ['info', 'error', 'warn', 'log'] as const) {
    const spy = vi.spyOn(console, method).mockImplementation(words => void said.push(String(words)))
    onTestFinished(() => spy.mockRestore())
  }
  return said
}

/** Where something is sent, of which a part may be missing. */
const SENDING = `/claims/${RECORD.claims[0]?.id}/correct`

const requests = fc.record({
  path: fc.constantFrom(
    SENDING,
    SENDING,
    SENDING,
    SENDING,
    '/claims',
    '/sql?q=select+1',
    '/sql.csv?q=select+1',
    `/claims/${RECORD.claims[0]?.id}`,
    '/assets/site.js',
    '/nowhere',
  ),
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT'),
  type: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'),
  isChunked: fc.boolean(),
  /** How much of it is sent before the client goes away. */
  sent: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.4, max: 1, noNaN: true })),
  how: fc.constantFrom('reset', 'end', 'destroy'),
})

describe('a client that goes away', () => {
  it('in the middle of what it asks is no defect, and the site goes on', async () => {
    const site = await startSiteOf([RECORD], { isEditable: true })
    const { port } = site.running
    const said = listen()
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, method, type, isChunked, sent, how }) => {
        const body = isChunked ? `${FORM.length.toString(16)}\r\n${FORM}\r\n0\r\n\r\n` : FORM
        const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${FORM.length}`
        const whole = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: ${type}\r\n${method === 'GET' ? '' : `${length}\r\n`}\r\n${method === 'GET' ? '' : body}`
        const socket = connect(port, '127.0.0.1')
        await once(socket, 'connect')
        await new Promise(resolve => socket.write(whole.slice(0, Math.floor(whole.length * sent)), resolve))
        await wait(2)
        if (how === 'reset') socket.resetAndDestroy()
        else if (how === 'end') socket.end()
        else socket.destroy()
        socket.resume().on('error', () => {})
        if (!socket.closed) await once(socket, 'close')
      }),
      { numRuns: proofSize(60, 600) },
    )
    expect((await site.get('/claims')).status).toBe(200)
    expect(said).toEqual([])
  }, 600_000)
})

describe('a request that is too large', () => {
  it.each([
    ['headers', { headers: { 'x-much': 'x'.repeat(20_000) } }, 431],
    ['a form', { method: 'POST', body: 'x'.repeat(30_000) }, 413],
  ])('is refused: %s', async (_, asking, status) => {
    const site = await startSiteOf([RECORD], { isEditable: true })
    const origin = `http://127.0.0.1:${site.running.port}`
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const headers = { origin, ...type, ...('headers' in asking ? asking.headers : {}) }
    expect((await site.ask(`/claims/${RECORD.claims[0]?.id}/correct`, { ...asking, headers })).status).toBe(status)
  })

  it('is refused though nothing says how long it is', async () => {
    const { running } = await startSiteOf([RECORD], { isEditable: true })
    const answer = await fetch(`${running.url}claims/${RECORD.claims[0]?.id}/correct`, {
      method: 'POST',
      headers: { origin: running.url.slice(0, -1), 'content-type': 'application/x-www-form-urlencoded' },
      body: new Blob(['x'.repeat(30_000)]).stream(),
      duplex: 'half',
    })
    expect(answer.status).toBe(413)
  })

  it.each([
    ['/claims?q=', 501, 400],
    ['/claims?q=', 500, 200],
    ['/claims?by=', 501, 400],
    ['/sources?q=', 501, 400],
    ['/anonymous?naming=', 501, 400],
    ['/sql?q=--', 5_000, 200],
    ['/sql.csv?q=--', 5_000, 400],
  ])('or asks for too much: %s and %i characters', async (path, length, status) => {
    const site = await startSiteOf([RECORD])
    const { body, ...answer } = await site.get(`${path}${'a'.repeat(length)}`)
    expect(answer.status).toBe(status)
    if (length > 500) expect(body).toMatch(/and may have 500|may have 4000 characters/)
  })

  it('or has too many parameters', async () => {
    const site = await startSiteOf([RECORD])
    const sources = (count: number) => Array.from({ length: count }, (_, index) => `source=${index}`).join('&')
    expect((await site.get(`/claims?${sources(50)}`)).status).toBe(200)
    expect((await site.get(`/claims?${sources(51)}`)).body).toContain('51 parameters, and may have 50')
  })
})
