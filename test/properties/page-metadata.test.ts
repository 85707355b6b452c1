import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import { OG, SITE } from '../support/pages/check-metadata.ts'
import { linked, readPageWith } from '../support/pages/tarn-page.ts'

const ADDRESS = 'https://post.example/weir'
const ARTICLE = {
  '@type': 'NewsArticle',
  url: ADDRESS,
  headline: 'Weir to be rebuilt',
  datePublished: '2026-03-04T10:00:00+01:00',
  dateModified: '2026-03-05T10:00:00+01:00',
  articleSection: 'World',
  inLanguage: 'en-GB',
  author: { '@id': '#nils' },
  publisher: { '@id': '#post' },
}
const PERSON = { '@id': '#nils', '@type': 'Person', name: 'Nils Ode' }
const OUTLET = { '@id': '#post', '@type': 'NewsMediaOrganization', name: 'Tarn Post' }
/** Another article that the page leads to. */
const OTHER = {
  '@type': 'NewsArticle',
  url: 'https://post.example/bridge',
  headline: 'Bridge at the mill is shut until June',
  datePublished: '2020-01-01',
  author: 'Ana Dell',
  articleSection: 'Sport',
}
const HEAD = `<link rel="canonical" href="${ADDRESS}">`

function metadataOf(article: Article) {
  const { title, byline, publisher, publishedAt, modifiedAt, section, language, uri, origins } = article
  return { title, byline, publisher, publishedAt, modifiedAt, section, language, uri, origins }
}

type Nested = unknown
/** Ways in which items stand in blocks of linked data. */
const WAYS: readonly ((items: readonly Nested[]) => readonly Nested[])[] = [
  items => items,
  items => [items],
  items => [{ '@graph': items }],
  items => [[{ '@context': 'https://schema.org', '@graph': items }]],
  ([first, ...others]) => [{ '@type': 'WebPage', mainEntity: first }, ...others],
  ([first, ...others]) => [{ '@graph': [{ '@type': 'WebPage', mainEntity: [first] }, others] }],
]

function shuffled<Value>(values: readonly Value[]) {
  return fc.shuffledSubarray([...values], { minLength: values.length })
}

describe('the metadata of a page', () => {
  const expected = metadataOf(readPageWith({ head: HEAD + linked(ARTICLE) + linked(PERSON) + linked(OUTLET) }))

  it('is all there', () => {
    expect(expected).toMatchObject({
      title: ARTICLE.headline,
      byline: 'Nils Ode',
      publisher: 'Tarn Post',
      section: 'World',
    })
  })

  it('is the same in whatever order and nesting its linked data stands', () => {
    const items = fc.tuple(
      ...[ARTICLE, PERSON, OUTLET, OTHER].map(item => shuffled(Object.entries(item)).map(Object.fromEntries)),
    )
    fc.assert(
      fc.property(items.chain(shuffled), fc.constantFrom(...WAYS), fc.boolean(), (given, nest, isFirst) => {
        const blocks = nest(given).map(linked).join('')
        const head = isFirst ? blocks + HEAD : HEAD + blocks
        expect(metadataOf(readPageWith({ head }))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('has an origin exactly where it has a value', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('Weir to be rebuilt', '2026-03-04', 'soon', 'en', 'By Nils Ode', ''),
    )
    const names = [
      'author',
      'og:title',
      'date',
      'article:section',
      'og:site_name',
      'og:locale',
      'og:url',
      'og:updated_time',
    ]
    const meta = fc
      .tuple(fc.constantFrom(...names), text)
      .map(([name, content]) => `<meta name="${name}" content="${toAttribute(content)}">`)
    const item = fc
      .dictionary(
        fc.constantFrom(...Object.keys(ARTICLE)),
        fc.oneof(text, fc.array(text, { maxLength: 2 }), fc.jsonValue({ maxDepth: 2 })),
      )
      .map(properties => linked({ ...properties, '@type': 'Article' }))
    fc.assert(
      fc.property(fc.array(fc.oneof(meta, item), { maxLength: 6 }), head => {
        const { origins, uri, ...article } = metadataOf(readPageWith({ head: head.join('') }))
        for (const [field, value] of Object.entries(article))
          expect(`${field} ${Object.hasOwn(origins, field)}`).toBe(`${field} ${value !== null}`)
        expect(Object.hasOwn(origins, 'uri')).toBe(uri !== 'page.html')
      }),
      { numRuns: 60 },
    )
  })

  it('takes names of the language’s own objects for names', () => {
    const own = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
    const poison = own
      .map(name => `"${name}": {"headline": "Poison", "name": "Poison", "${name}": ["Poison"]}`)
      .join(', ')
    const block = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Weir to be rebuilt", ${poison}}</script>`
    const metas = own
      .map(name => `<meta name="${name}" property="${name}" itemprop="${name}" content="Poison">`)
      .join('')
    const plain = readPageWith({
      head: OG('Weir to be rebuilt') + SITE + linked({ '@type': 'NewsArticle', headline: 'Weir to be rebuilt' }),
    })
    const poisoned = readPageWith({ head: metas + OG('Weir to be rebuilt') + SITE + block })
    expect(metadataOf(poisoned)).toEqual(metadataOf(plain))
    expect(({} as Record<string, unknown>).headline).toBeUndefined()
  })
})

function toAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
