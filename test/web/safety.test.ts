import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../support/article-record.ts'
import { storeRecords } from '../support/stored-database.ts'
import { startSite, startSiteOf } from './site.ts'

const RECORD = buildArticleRecord('Ms Roy said that rents rose.', [
  { source: 'Ms Roy', cue: 'said', content: 'that rents rose' },
])
const TOKEN = 'f3a91c0d7e25b8466d0f92ab7c51e38d'

describe('where it listens', () => {
  it('is 127.0.0.1 and no other address of the machine', async () => {
    const site = await startSiteOf([RECORD])
    expect(site.running.url).toBe(`http://127.0.0.1:${site.running.port}/`)
    // All of 127.0.0.0/8 is this machine: a server on every address would answer there too.
    await expect(fetch(`http://127.0.0.2:${site.running.port}/claims`)).rejects.toThrow()
  })

  it.each([
    ['nothing', null],
    ['a short token', 'abc123'],
    ['one character many times', 'a'.repeat(64)],
    ['31 hexadecimal digits, 124 bits', TOKEN.slice(1)],
    ['a UUID', 'c0f1a2de-37b4-4f19-9a55-1e6b0d7c8f24'],
    ['a phrase', 'please-let-the-newsroom-in-please'],
  ])('elsewhere it does not start with %s, and says how to make a token', async (_, token) => {
    await expect(startSiteOf([RECORD], { host: '0.0.0.0', token })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/HEARSAY_TOKEN.*openssl rand -hex 16/),
    })
  })
})

describe('Host', () => {
  it('lets the address through that the site says it is at, whichever of this machine', async () => {
    const { running } = await startSiteOf([RECORD], { host: '127.0.0.2' })
    expect((await fetch(`${running.url}claims`)).status).toBe(200)
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST'])('lets %s through', async name => {
    const site = await startSiteOf([RECORD])
    const answer = await site.ask('/claims', { headers: { host: `${name}:${site.running.port}` } })
    expect(answer.status).toBe(200)
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'user@127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1',
    '0.0.0.0',
    '127.1',
    '2130706433',
    'localhost.',
  ])('refuses "%s"', async host => {
    const site = await startSiteOf([RECORD])
    const withPort = /:\d+$/.test(host) || host === '127.0.0.1' ? host : `${host}:${site.running.port}`
    const answer = await site.ask('/claims', { headers: { host: withPort } })
    expect([400, 403]).toContain(answer.status)
    expect(answer.body).not.toContain('Ms Roy')
  })

  it('lets through the names that it was told', async () => {
    const site = await startSiteOf([RECORD], { names: ['audit.example.org'] })
    expect((await site.ask('/claims', { headers: { host: 'audit.example.org' } })).status).toBe(200)
    expect((await site.ask('/claims', { headers: { host: 'other.example.org' } })).status).toBe(403)
  })
})

describe('Origin', () => {
  it.each([
    'http://evil.example',
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example',
    'file://',
  ])('refuses %s', async origin => {
    const site = await startSiteOf([RECORD], { isEditable: true })
    for (const method of ['GET', 'POST'])
      expect((await site.ask('/claims', { method, headers: { origin } })).status).toBe(403)
  })

  it('refuses its own name with another port or with user and password', async () => {
    const site = await startSiteOf([RECORD])
    const { port } = site.running
    for (const origin of [
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.1:${port}@evil.example`,
      `http://a@127.0.0.1:${port}`,
    ])
      expect((await site.ask('/claims', { headers: { origin } })).status).toBe(403)
  })

  it('lets its own through', async () => {
    const site = await startSiteOf([RECORD])
    const answer = await site.ask('/claims', { headers: { origin: `http://localhost:${site.running.port}` } })
    expect(answer.status).toBe(200)
  })

  it('is needed where something is changed', async () => {
    const site = await startSiteOf([RECORD], { isEditable: true })
    const path = `/claims/${RECORD.claims[0]?.id}/correct`
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await site.ask(path, { method: 'POST', headers: form, body: 'verdict=reject' })
    expect(answer.status).toBe(403)
    expect((await site.get('/claims?rejected=1')).body).toContain('0 rejected claims')
  })

  it('parts of pages are not given to other sites, links are followed', async () => {
    const site = await startSiteOf([RECORD])
    const from = (mode: string, dest: string) =>
      site.ask('/claims', {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest },
      })
    expect((await from('no-cors', 'image')).status).toBe(403)
    expect((await from('navigate', 'iframe')).status).toBe(403)
    expect((await from('navigate', 'document')).status).toBe(200)
  })
})

describe('the token', () => {
  it('must be right, whatever the page', async () => {
    const site = await startSiteOf([RECORD], { token: TOKEN })
    const withHeader = async (authorization: string) =>
      (await site.ask('/claims', { headers: { authorization } })).status
    expect((await site.get('/claims')).status).toBe(401)
    expect((await site.get('/assets/site.js')).status).toBe(401)
    expect(await withHeader(`Bearer ${TOKEN.slice(0, -1)}`)).toBe(401)
    expect(await withHeader(`Bearer ${TOKEN}0`)).toBe(401)
    expect(await withHeader(TOKEN)).toBe(401)
    expect(await withHeader(`Basic ${Buffer.from(`${TOKEN}:`).toString('base64')}`)).toBe(401)
    expect(await withHeader(`Bearer ${TOKEN}`)).toBe(200)
    expect(await withHeader(`Basic ${Buffer.from(`desk:${TOKEN}`).toString('base64')}`)).toBe(200)
  })

  it('is asked of browsers, which show nothing before', async () => {
    const answer = await (await startSiteOf([RECORD], { token: TOKEN })).get('/claims')
    expect(answer.headers['www-authenticate']).toMatch(/^Basic /)
    expect(answer.body).not.toContain('Ms Roy')
  })

  it('does not count in the address', async () => {
    const site = await startSiteOf([RECORD], { token: TOKEN })
    expect((await site.get(`/claims?token=${TOKEN}`)).status).toBe(401)
  })
})

describe('every answer', () => {
  const CSP =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  it.each(['/claims', '/assets/site.js', '/nowhere', '/articles/none', '/sql.csv?q=select+1', '/claims?act=x', '/'])(
    'carries the safe headers: %s',
    async path => {
      const { headers } = await (await startSiteOf([RECORD])).get(path)
      expect(headers['content-security-policy']).toBe(CSP)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['cache-control']).toMatch(/^no-(?:store|cache)$/)
      expect(Object.keys(headers).filter(name => name.startsWith('access-control-'))).toEqual([])
    },
  )

  it('carries them when it refuses', async () => {
    const site = await startSiteOf([RECORD])
    const { headers } = await site.ask('/claims', { headers: { host: 'evil.example' } })
    expect(headers['content-security-policy']).toBe(CSP)
  })

  it('keeps to the policy: no script, style or event handler in the page, nothing from elsewhere', async () => {
    const site = await startSiteOf([RECORD], { isEditable: true })
    const id = RECORD.claims[0]?.id
    const pages = [
      '/claims',
      `/claims/${id}`,
      `/articles/${RECORD.article.id}`,
      '/anonymous',
      '/quote?q=rents+never+rose&by=Somebody',
      '/runs',
      '/sql?q=select+1',
    ]
    for (const path of pages) {
      const { body } = await site.get(path)
      expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
      expect(body).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//i)
    }
  })
})

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s changes nothing without --edit', async method => {
    const path = storeRecords([RECORD])
    const site = await startSite(path)
    const origin = `http://127.0.0.1:${site.running.port}`
    const answer = await site.ask(`/claims/${RECORD.claims[0]?.id}/correct`, {
      method,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'verdict=reject',
    })
    expect(answer.status).toBe(405)
    expect((await site.get('/claims')).body).toContain('1 claim')
  })

  it('offers no form to correct a claim without --edit', async () => {
    const site = await startSiteOf([RECORD])
    expect((await site.get(`/claims/${RECORD.claims[0]?.id}`)).body).not.toContain('method="post"')
  })
})
