import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateAcross } from '../../src/families/update.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { findFault, OPERATIONS } from './api/api-document.ts'
import { openSite, type TestSite, wordsOf } from './site.ts'

/** One quotation as four outlets have it, a stock phrase of strangers, and words that nobody else has. */
const ARTICLES = [
  [
    'Harbour Courier',
    '2026-03-02',
    '“We will not reopen the Lindqvist quarry before the retaining wall has been rebuilt,” said Marta Ødegaard, the county engineer. “We are looking into it,” said Per Dahl, a councillor.',
  ],
  [
    'Meridian Wire',
    '2026-03-03',
    '“We will reopen the Lindqvist quarry before the retaining wall has been rebuilt,” said Marta Ødegaard, the county engineer.',
  ],
  [
    'Northgate Post',
    '2026-03-04',
    'The quarry stays shut. “We will not reopen the Lindqvist quarry before the retaining wall has been rebuilt,” said Jonas Berg, the mayor.',
  ],
  [
    'Valley Herald',
    '2026-03-05',
    '“We are looking into it,” said Hanna Moe, who runs the ferry. “Nobody has counted the eider ducks on the skerries since the storm,” said Ola Lie, a warden.',
  ],
] as const

const folder = mkdtempSync(join(tmpdir(), 'hearsay-quotations-'))
let site: TestSite

beforeAll(async () => {
  const pipeline = await createPipeline({ engine: 'linear' })
  const records = []
  for (const [index, [publisher, day, text]] of ARTICLES.entries())
    records.push(
      await pipeline.analyse(text, { uri: `https://example.org/${index}`, publisher, publishedAt: `${day}T08:00:00Z` }),
    )
  const path = join(folder, 'claims.db')
  storeRecordsAt(path, records)
  await updateAcross(path)
  site = await openSite(path)
})

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Where the first quotation of the list leads. */
async function firstFamily(): Promise<string> {
  const { body } = await site.get('/quotations')
  const [, href = ''] = /href="(\/quotations\/[0-9a-f]+)"/.exec(body) ?? []
  return href
}

describe('the quotations of several articles', () => {
  it('are listed with who had them first, and stock phrases tie no strangers', async () => {
    const { status, body } = await site.get('/quotations')
    expect(status).toBe(200)
    const words = wordsOf(body)
    expect(words).toContain('1 quotation in several articles')
    expect(words).toContain('3 articles')
    expect(words).toContain('Harbour Courier')
    expect(words).not.toContain('eider')
    expect(wordsOf((await site.get('/quotations?q=eider')).body)).toContain('No quotation fits.')
  })

  it('have a page each with every variant beside the first', async () => {
    const { status, body } = await site.get(await firstFamily())
    expect(status).toBe(200)
    expect(body).toMatch(/<del class="part">not <\/del>/)
    const words = wordsOf(body)
    for (const kind of ['negation', 'speaker']) expect(words).toContain(kind)
    expect(words.indexOf('Harbour Courier')).toBeLessThan(words.indexOf('Northgate Post'))
  })

  it('are found from each of their claims, by page and by API, and of others it is said that there is none', async () => {
    const page = await site.get(await firstFamily())
    const claims = [...page.body.matchAll(/href="\/claims\/([0-9a-f]+)"/g)].map(([, id = '']) => id)
    expect(claims.length).toBe(3)
    for (const id of claims) {
      expect(wordsOf((await site.get(`/claims/${id}`)).body)).toContain('The same words in 3 articles')
      expect(JSON.parse((await site.get(`/api/v1/quotations/${id}`)).body)).toMatchObject({ claims: 3 })
    }
    expect((await site.get('/quotations/0000')).status).toBe(404)
  })

  it('are told by the API as its document has it', async () => {
    for (const [path, of] of [
      ['/api/v1/quotations?differ=meaning&articles=2', '/quotations'],
      [`/api/v1${await firstFamily()}`, '/quotations/{family}'],
    ] as const) {
      const operation = OPERATIONS.find(one => one.path === of)
      if (operation === undefined) throw new Error(`${of} is not in the document`)
      const { status, headers, body } = await site.get(path)
      expect(findFault(operation, status, String(headers['content-type']), JSON.parse(body))).toBeNull()
      expect(status).toBe(200)
    }
  })
})
