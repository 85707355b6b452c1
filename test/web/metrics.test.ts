import { describe, expect, it, onTestFinished } from 'vitest'
import { serveFigures } from '../../src/web/metrics/serve-figures.ts'
import { WorkerMetrics } from '../../src/web/metrics/worker-metrics.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { startSiteOf } from './site.ts'

const RECORD = buildArticleRecord('Ms Roy said that rents rose.', [
  { source: 'Ms Roy', cue: 'said', content: 'that rents rose' },
])
const TOKEN = 'f3a91c0d7e25b8466d0f92ab7c51e38d'

describe('health', () => {
  it('is told to whoever asks, by any name and without the token, and tells nothing else', async () => {
    const site = await startSiteOf([RECORD], { token: TOKEN })
    const headers = { host: '10.2.3.4:8080' }
    expect(await site.ask('/healthz', { headers })).toMatchObject({ status: 200, body: 'ok\n' })
    expect(await site.ask('/readyz', { headers })).toMatchObject({ status: 200, body: 'ready\n' })
    expect((await site.ask('/healthz', { method: 'POST' })).status).toBe(403)
    expect((await site.ask('/healthz/', { headers })).status).toBe(403)
  })
})

describe('figures of a site', () => {
  it('count requests by route and status, and name nobody and no article', async () => {
    const site = await startSiteOf([RECORD])
    await site.get(`/claims/${RECORD.claims[0]?.id}`)
    await site.get(`/api/v1/articles/${RECORD.article.id}`)
    await site.get('/api/v1/claims?act=wink')
    await site.get('/nowhere/Ms-Roy')
    await site.ask('/claims', { method: 'BREW', headers: { origin: 'http://evil.example' } }).catch(() => {})
    const { body, headers } = await site.get('/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(body).toContain('hearsay_http_requests_total{route="/claims/:id",method="GET",status="200"} 1')
    expect(body).toContain('hearsay_http_requests_total{route="/api/v1/articles/:article",method="GET",status="200"} 1')
    expect(body).toContain('hearsay_http_requests_total{route="/api/v1/claims",method="GET",status="400"} 1')
    expect(body).toContain('hearsay_http_requests_total{route="none",method="GET",status="404"} 1')
    expect(body).toMatch(/^hearsay_articles 1$/m)
    expect(body).toMatch(/^hearsay_claims 1$/m)
    expect(body).toMatch(/^hearsay_dead_letters 0$/m)
    expect(body).toMatch(/^hearsay_database_bytes [1-9]\d+$/m)
    expect(body).toMatch(/^hearsay_build_info\{version="0\.1\.0",node="v\d+/m)
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m)
    // Ids have letters; a figure may have twenty digits.
    expect(body).not.toMatch(/Roy|(?=[0-9a-f]*[a-f])[0-9a-f]{20}/)
  })

  it('are given to who has the token, where there is one', async () => {
    const site = await startSiteOf([RECORD], { token: TOKEN })
    expect((await site.get('/metrics')).status).toBe(401)
    expect((await site.ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
  })
})

describe('figures of a worker', () => {
  it('tell what it has done and how much is left, also while the queue cannot be asked', async () => {
    let isAway = false
    const metrics = new WorkerMetrics('0.1.0', async () => {
      if (isAway) throw new Error('away')
      return { queued: 12, inWork: 3, workers: 2, deadLetters: 1, bytes: 8192 }
    })
    metrics.note({ done: 4, unchanged: 1, skipped: 0, dead: 1, claims: 9 })
    metrics.note({ done: 5, unchanged: 1, skipped: 0, dead: 1, claims: 11 })
    const answer = () => metrics.answer()
    const server = await serveFigures({ host: '127.0.0.1', port: 0, token: TOKEN, isReady: () => !isAway, answer })
    onTestFinished(async () => {
      metrics.close()
      await server.close()
    })
    const ask = async (path: string, headers = {}) => await fetch(`http://127.0.0.1:${server.port}${path}`, { headers })
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status]).toEqual([200, 200])
    expect((await ask('/metrics')).status).toBe(401)
    const token = { authorization: `Bearer ${TOKEN}` }
    const text = await (await ask('/metrics', token)).text()
    expect(text).toContain('hearsay_worker_articles_total{outcome="done"} 5')
    expect(text).toContain('hearsay_worker_claims_total 11')
    expect(text).toContain('hearsay_queue_articles 12')
    isAway = true
    expect((await ask('/readyz')).status).toBe(503)
    expect(await (await ask('/metrics', token)).text()).toContain('hearsay_worker_claims_total 11')
  })

  it('need a token where others can reach them', async () => {
    const answer = async () => ({ type: 'text/plain', text: '' })
    const options = { host: '0.0.0.0', port: 0, token: null, isReady: () => true, answer }
    await expect(serveFigures(options)).rejects.toMatchObject({ exitCode: 2 })
  })
})
