import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { PAGE_PATHS } from '../../src/web/create-site.ts'
import { buildArticleRecord, groundedIn } from '../support/article-record.ts'
import { CONFIGURATION, NO_COUNTS, placeSaying, storePlaces, storeRecords } from '../support/stored-database.ts'
import { startSite, type TestSite } from './site.ts'

const SCRIPT = '<script>alert(1)</script>'
const IMAGE = `"'><img src=x onerror=alert(1)>`

function hostileRecord(): ArticleRecord {
  const source = `${SCRIPT} & ${IMAGE}`
  const text = `${source} said ${IMAGE} ${SCRIPT} rose.\n\nA </textarea>${SCRIPT} told reporters${SCRIPT} no.`
  return buildArticleRecord(
    text,
    [
      {
        source,
        cue: 'said',
        content: `${IMAGE} ${SCRIPT} rose`,
        describe: { naming: 'anonymous', role: groundedIn(text, SCRIPT), reason: groundedIn(text, IMAGE) },
      },
      { source: `A </textarea>${SCRIPT}`, cue: 'told', content: 'no', addressee: `reporters${SCRIPT}`, from: 'A </' },
    ],
    {
      article: {
        uri: `news/${SCRIPT}${IMAGE}.txt`,
        title: `${SCRIPT} ${IMAGE}`,
        byline: SCRIPT,
        publisher: IMAGE,
        publishedAt: '2026-05-01T00:00:00Z',
        language: `en"><b>`,
        warnings: [SCRIPT],
        section: SCRIPT,
        modifiedAt: IMAGE,
        origins: { section: IMAGE, byline: `${SCRIPT}"`, publishedAt: SCRIPT, modifiedAt: SCRIPT },
      },
      candidates: [{ start: 0, end: 8, text: '<script>', stage: 'attributions', rule: SCRIPT, reason: IMAGE }],
    },
  )
}

async function startHostileSite(record: ArticleRecord): Promise<TestSite> {
  const path = storeRecords([record])
  storePlaces(path, [placeSaying(record.article, IMAGE, SCRIPT, [SCRIPT, IMAGE, `</details></main>${SCRIPT}`])])
  const store = SqliteStore.open(path)
  const run = store.startRun({ ...CONFIGURATION, options: { note: SCRIPT } })
  const letter = { articleId: null, uri: SCRIPT, stage: 'read', stageVersion: 1, kind: 'unreadable', article: null }
  store.write(run, { records: [], dead: [{ ...letter, error: IMAGE }], skipped: [{ uri: IMAGE, reason: SCRIPT }] })
  store.endRun(run, 'failed', { ...NO_COUNTS, inputs: 2, dead: 1, skipped: 1 }, SCRIPT)
  store.close()
  return await startSite(path, { isEditable: true })
}

describe('markup in what strangers wrote is shown as text', () => {
  const record = hostileRecord()
  const claim = record.claims[0]?.id
  const query = `select text, '${SCRIPT}' as "${SCRIPT}" from article`
  const addresses = [
    ['the list of claims', '/claims'],
    ['a search', `/claims?q=${encodeURIComponent('alert')}`],
    ['what was searched for', `/claims?q=${encodeURIComponent(SCRIPT)}&by=${encodeURIComponent(IMAGE)}`],
    ['chosen values', `/claims?publisher=${encodeURIComponent(SCRIPT)}&source=${encodeURIComponent(IMAGE)}`],
    ['a wrong label', `/claims?act=${encodeURIComponent(SCRIPT)}`],
    ['a claim', `/claims/${claim}`],
    ['an article', `/articles/${record.article.id}?rejected=1&claim=${claim}`],
    ['an article that is none', `/articles/${encodeURIComponent(SCRIPT)}`],
    ['a chosen claim that is none', `/articles/${record.article.id}?claim=${encodeURIComponent(IMAGE)}`],
    ['a source', `/sources/${record.sources[0]?.id}`],
    ['sources', `/sources?q=${encodeURIComponent(IMAGE)}`],
    ['the ledger', '/anonymous'],
    ['the audit', `/audit?outlet=${encodeURIComponent(SCRIPT)}`],
    ['sources of the audit', `/audit/sources?reason=${encodeURIComponent(SCRIPT)}`],
    ['two parts', `/audit/compare?a.outlet=${encodeURIComponent(SCRIPT)}&b.byline=${encodeURIComponent(IMAGE)}`],
    ['people', `/people?q=${encodeURIComponent(IMAGE)}`],
    ['a quotation', `/quote?q=${encodeURIComponent(`alert ${SCRIPT}`)}&by=${encodeURIComponent(IMAGE)}`],
    [
      'a quotation of it',
      `/quote?q=${encodeURIComponent(record.claims[0]?.spans.find(({ role }) => role === 'content')?.text ?? '')}`,
    ],
    ['runs', '/runs'],
    ['a run', '/runs/3'],
    ['the console', `/sql?q=${encodeURIComponent(query)}`],
    ['the console’s field', `/sql?q=${encodeURIComponent(`</textarea>${SCRIPT}`)}`],
    ['the question whether to reject', `/claims/${claim}/reject?back=${encodeURIComponent(`/claims?q=${SCRIPT}`)}`],
    ['articles', `/articles?q=${encodeURIComponent(SCRIPT)}`],
    ['versions', `/articles/${record.article.id}/versions`],
    ['a person', `/people/${encodeURIComponent(SCRIPT)}`],
    ['quotations', `/quotations?q=${encodeURIComponent(IMAGE)}`],
    ['a quotation family that is none', `/quotations/${encodeURIComponent(SCRIPT)}`],
    ['an address', `/${encodeURIComponent(SCRIPT)}`],
  ] as const

  it('asks every page there is', () => {
    const isAsked = (path: string) => {
      const pattern = new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`)
      return addresses.some(([, address]) => pattern.test(address.replace(/\?.*$/, '')))
    }
    expect(
      PAGE_PATHS.filter(path => !isAsked(path)),
      'pages without an address in `addresses` of test/web/hostile-text.test.ts',
    ).toEqual([])
  })

  it.each(addresses)('%s', async (_, address) => {
    const site = await startHostileSite(record)
    const { body, headers } = await site.get(address)
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(withoutOwnMarkup(body)).toBe('')
  })

  it('is there to be read', async () => {
    const site = await startHostileSite(record)
    const { body } = await site.get(`/articles/${record.article.id}`)
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('files of the console are downloaded, not shown', async () => {
    const site = await startHostileSite(record)
    for (const format of ['csv', 'json']) {
      const { headers } = await site.get(`/sql.${format}?q=${encodeURIComponent(query)}`)
      expect(headers['content-disposition']).toMatch(/^attachment/)
      expect(headers['content-type']).not.toContain('html')
    }
  })
})

describe('characters that nobody sees', () => {
  it.each([
    ['a change of direction', '\u202e', 'U+202E'],
    ['a zero-width space', '\u200b', 'U+200B'],
    ['an escape', '\u001b', 'U+001B'],
    ['a joiner inside a word', '\u200d', 'U+200D'],
    ['a soft hyphen', '\u00ad', 'U+00AD'],
    ['a tag', '\u{e0041}', 'U+E0041'],
  ])('%s has a label in its place', async (_, character, label) => {
    const text = `Ms Roy said that rents ro${character}se.`
    const record = buildArticleRecord(text, [{ source: 'Ms Roy', cue: 'said', content: `that rents ro${character}se` }])
    const path = storeRecords([record])
    const words = `said${character}so`
    storePlaces(path, [placeSaying(record.article, `at${character}home`, words, [`Read${character}more`])])
    const site: TestSite = await startSite(path)
    for (const address of [`/articles/${record.article.id}`, '/claims', `/claims/${record.claims[0]?.id}`]) {
      const { body } = await site.get(address)
      expect(body).toContain(
        `<span class="hidden-character" title="Character ${label}, which nobody sees">${label}</span>`,
      )
      expect(body).not.toContain(character)
    }
  })

  it('a joiner that an emoji needs stays', async () => {
    const record = buildArticleRecord('Ms Roy said: 👩‍👧 rose.', [
      { source: 'Ms Roy', cue: 'said', content: '👩‍👧 rose' },
    ])
    const site = await startSite(storeRecords([record]))
    expect((await site.get(`/articles/${record.article.id}`)).body).toContain('👩‍👧 rose')
  })
})

/** What looks like markup of the strangers': elements and attributes that no page of the site has. */
function withoutOwnMarkup(body: string): string {
  const tags = [...body.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag)
  const foreign = tags.filter(tag =>
    /alert\(|onerror|<img|<b>|^<script(?!(?: type="module")? src="\/assets\/(?:site|desk)\.js"(?: defer)?>)/i.test(
      tag.replace(/(?:href|value|placeholder|title|aria-label|data-claims)="[^"]*"/g, ''),
    ),
  )
  return foreign.join('\n')
}
