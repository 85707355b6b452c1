import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { originOf } from '../../src/store/runs/origins.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { storePlaces, storeRecords } from '../support/stored-database.ts'
import { startApiSite } from './api/api-site.ts'
import { startSite, wordsOf } from './site.ts'

const URI = 'https://news.example/gates'

function version(hours: string, more: string): ArticleRecord {
  const text = `Gates hold <b>fast</b>\n\nRain fell on Monday.\n\n“The gates held for ${hours} hours,” said Ruth Odhiambo.${more}`
  return buildArticleRecord(
    text,
    [
      {
        source: 'Ruth Odhiambo',
        cue: 'said',
        content: `“The gates held for ${hours} hours,”`,
        claim: { quotation: 'direct' },
        describe: { name: { value: 'Ruth Odhiambo', span: null } },
      },
    ],
    { article: { uri: URI, title: 'Gates hold <b>fast</b>' } },
  )
}

const EARLIER = version('nine', '')
const LATER = version('two', '\n\nThis article was corrected on 3 May.')
const OTHER = buildArticleRecord('Another text.', [], { article: { uri: 'news/other.txt' } })

/** Both texts under one address, and another. */
function store(): string {
  const path = storeRecords([EARLIER, LATER, OTHER])
  storePlaces(
    path,
    [EARLIER, LATER].map(({ article }, index) => ({
      articleId: article.id,
      origin: { ...originOf(article), location: `${URI}#${index}`, retrievedAt: `2026-05-0${index + 1}T08:00:00.000Z` },
    })),
  )
  return path
}

describe('the page of versions', () => {
  it('shows the text in words and the changes beside it, each with its claims and its paragraph', async () => {
    const site = await startSite(store())
    const { status, body } = await site.get(`/articles/${LATER.article.id}/versions`)
    expect(status).toBe(200)
    expect(body).toContain('The gates held for <del class="part">nine</del> <ins class="part">two</ins> hours')
    expect(body).toContain('<ins class="part">This article was corrected on 3 May.</ins>')
    const words = wordsOf(body)
    expect(words).toContain('2 paragraphs the same')
    expect(words).toContain('2 changes')
    expect(words).toMatch(/changed content “The gates held for nine two hours,” claim [0-9a-f]{8} → [0-9a-f]{8}/)
    expect(words).toContain('noted This article was corrected')
    const [, place] = /<a href="#(p-\d+)"><span class="change changed"/.exec(body) ?? []
    expect(body).toMatch(new RegExp(`id="${place}" class="is-changed"[^>]*>“The gates`))
    for (const { article, claims } of [EARLIER, LATER]) {
      expect(body).toContain(`href="/articles/${article.id}"`)
      expect(body).toContain(`href="/claims/${claims[0]?.id}"`)
    }
    expect(body).not.toContain('<b>fast')
    const whole = await site.get(`/articles/${LATER.article.id}/versions?whole=1`)
    expect(wordsOf(whole.body)).toContain('Rain fell on Monday.')
    expect(whole.body).not.toContain('<b>fast')
  })

  it('is linked from the article, and only where there are versions', async () => {
    const site = await startSite(store())
    const { body } = await site.get(`/articles/${EARLIER.article.id}`)
    expect(wordsOf(body)).toContain('Version 1 of 2 · What changed')
    expect(body).toContain(`href="/articles/${EARLIER.article.id}/versions"`)
    expect((await site.get(`/articles/${OTHER.article.id}`)).body).not.toContain(`${OTHER.article.id}/versions`)
    const alone = await site.get(`/articles/${OTHER.article.id}/versions`)
    expect(wordsOf(alone.body)).toContain('Only this version of the article is known.')
  })

  it('compares any two, and refuses what is unknown or the same', async () => {
    const site = await startSite(store())
    const at = `/articles/${OTHER.article.id}/versions?with=`
    expect(wordsOf((await site.get(`${at}${EARLIER.article.id}`)).body)).toContain('Another text.')
    expect((await site.get(`${at}${OTHER.article.id}`)).status).toBe(400)
    expect((await site.get(`${at}ffffffff`)).status).toBe(404)
    expect((await site.get('/articles/ffffffff/versions')).status).toBe(404)
  })
})

describe('the API', () => {
  it('lists versions and says what changed', async () => {
    const site = await startApiSite(store())
    const at = `/api/v1/articles/${LATER.article.id}`
    const { items } = await site.get<{ items: { version: number; links: { changes: string | null } }[] }>(
      `${at}/versions`,
    )
    expect(items.map(({ version }) => version)).toEqual([1, 2])
    expect(items[0]?.links.changes).toBeNull()
    const difference = await site.get<Record<string, unknown>>(items[1]?.links.changes ?? '')
    expect(difference).toEqual(await site.get(`${at}/changes`))
    expect(difference).toMatchObject({
      before: EARLIER.article.id,
      after: LATER.article.id,
      noted: true,
      read_otherwise: 0,
      changes: [
        {
          change: 'changed',
          field: 'content',
          claim_before: EARLIER.claims[0]?.id,
          before: '“The gates held for nine hours,”',
          span_before: [EARLIER.article.text.indexOf('The gates'), EARLIER.article.text.indexOf(',” said')],
        },
        { change: 'noted', field: null, claim_after: null, span_before: null },
      ],
    })
    expect(await site.get(`/api/v1/articles/${OTHER.article.id}/changes`)).toMatchObject({ before: null, changes: [] })
    expect((await site.ask(`${at}/changes?with=${LATER.article.id}`)).status).toBe(400)
  })
})
