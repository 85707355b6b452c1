import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSite } from '../../src/web/create-site.ts'
import type { Site } from '../../src/web/site.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { withVoices } from '../support/article-voices.ts'
import { proofSize } from '../support/proof-size.ts'
import { startSiteOf } from './site.ts'

const RECORD = withVoices(
  buildArticleRecord('Ms Roy said that rents rose.', [{ source: 'Ms Roy', cue: 'said', content: 'that rents rose' }]),
)
const VOICE = RECORD.voices[0]?.id as string
const CLAIM = RECORD.claims[0]?.id as string
const TOKEN = 'f3a91c0d7e25b8466d0f92ab7c51e38d'

/** Every address that the site registers, as it registers them: one that is added is tried, too. */
const routes = createSite({} as Site, { hosts: new Set(), token: null, isEditable: true }).routes.filter(
  ({ path }) => !path.endsWith('/*'),
)
const withId = (path: string) => path.replaceAll(/:\w+/g, path.startsWith('/people') ? VOICE : CLAIM)
const paths = [...new Set(routes.map(({ path }) => withId(path)))]
/** The API answers any method (`ALL`), and says of most that they are not possible. */
const CHANGING = [
  ...new Set(routes.filter(({ method }) => method !== 'GET' && method !== 'ALL').map(({ path }) => withId(path))),
]
/** Those that a form or a program corrects by here. */
const CORRECTING = CHANGING.filter(path => path.includes('/claims') || path.startsWith('/people'))
const isApi = (path: string) => path.startsWith('/api/')

/** Of both ledgers. */
const ENTRIES = 'SELECT count(*) FROM correction UNION ALL SELECT count(*) FROM voice_correction'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** `own` stands for the site's own; the others are those of other sites, feigned or not. */
const ORIGINS = [
  undefined,
  'own',
  'own',
  'null',
  '',
  'own/',
  'OWN',
  'own, http://evil.example',
  'http://evil.example',
  'https://evil.example',
  'http://own@evil.example',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://localhost.evil.example',
  'ownevil.example',
  'own.evil.example',
  'file://',
  'about:blank',
]
const SITES = [
  undefined,
  'same-origin',
  'same-site',
  'cross-site',
  'none',
  'Same-Origin',
  'same-origin, cross-site',
  '',
]

const asked = fc.record({
  path: fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...CHANGING)),
  method: fc.oneof(fc.constantFrom(...METHODS), fc.constant('POST')),
  origin: fc.constantFrom(...ORIGINS),
  site: fc.constantFrom(...SITES),
  /** What some frameworks take for the method. */
  override: fc.constantFrom(undefined, 'POST', 'PUT'),
  type: fc.constantFrom('application/x-www-form-urlencoded', 'text/plain', 'application/json'),
})

it('only a form of the site itself, or a program by the API, changes anything, whatever route is asked and however', async () => {
  expect(CHANGING.toSorted()).toEqual(
    [
      '/api/v1/articles',
      `/api/v1/submissions/${CLAIM}/keep`,
      `/api/v1/articles/${CLAIM}/claims`,
      ...['corrections', 'joins', 'splits', 'undo'].map(act => `/api/v1/claims/${CLAIM}/${act}`),
      `/articles/${CLAIM}/claims`,
      ...['correct', 'join', 'mark', 'split', 'undo'].map(act => `/claims/${CLAIM}/${act}`),
      ...['correct', 'undo'].map(act => `/people/${VOICE}/${act}`),
      '/new',
      ...['read', 'keep', 'drop'].map(act => `/new/${CLAIM}/${act}`),
    ].toSorted(),
  )
  const site = await startSiteOf([RECORD], { isEditable: true, token: TOKEN })
  const own = `http://127.0.0.1:${site.running.port}`
  const authorization = { authorization: `Bearer ${TOKEN}` }
  const corrections = async () =>
    (
      JSON.parse((await site.ask(`/sql.json?q=${encodeURIComponent(ENTRIES)}`, { headers: authorization })).body)
        .rows as [number][]
    ).reduce((sum, [entries]) => sum + entries, 0)
  let before = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ path, method, origin, site: from, override, type }) => {
      const isReading = method === 'GET' || method === 'HEAD'
      const { status } = await site.ask(path, {
        method,
        headers: {
          ...authorization,
          'content-type': type,
          ...(origin === undefined
            ? {}
            : { origin: origin.replaceAll('own', own).replaceAll('OWN', own.toUpperCase()) }),
          ...(from === undefined ? {} : { 'sec-fetch-site': from }),
          ...(override === undefined ? {} : { 'x-http-method-override': override, 'x-method-override': override }),
        },
        ...(isReading
          ? {}
          : { body: isApi(path) ? '{"verdict":"accepted"}' : 'verdict=accept&note=seen&_method=POST' }),
      })
      const isOwn = origin === 'own' && (from === undefined || from === 'same-origin')
      const isProgram = isApi(path) && origin === undefined && from === undefined
      const isRightType = type === (isApi(path) ? 'application/json' : 'application/x-www-form-urlencoded')
      // What an article is given by changes nothing before it is kept, and nothing was given here.
      const mayChange = (isOwn || isProgram) && method === 'POST' && CORRECTING.includes(path) && isRightType
      const after = await corrections()
      const isAccepting = mayChange && /\/correct(?:ions)?$/.test(path)
      // The others are let through, too, and have nothing to do with what is sent, or take back what was.
      expect(after - before).toBeLessThanOrEqual(mayChange ? 1 : 0)
      if (isAccepting) expect(after - before).toBe(1)
      if (!isReading && !isOwn && !isProgram) expect(status).toBe(403)
      if (!isReading && (isOwn || isProgram) && method !== 'POST') expect(status).toBe(405)
      if (isAccepting) expect(status).toBe(isApi(path) ? 201 : 303)
      if (mayChange) expect(status).not.toBe(403)
      before = after
    }),
    { numRuns: proofSize(150, 2_000) },
  )
  // The site's own form is let through, so that the others were refused for what they are.
  const answer = await site.post(`/claims/${CLAIM}/correct`, { verdict: 'accept' }, authorization)
  expect(answer.status).toBe(303)
  expect(await corrections()).toBe(before + 1)
}, 600_000)
