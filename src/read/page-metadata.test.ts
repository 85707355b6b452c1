import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from './limits.ts'
import { readPage } from './read-page.ts'

const TEXT =
  '<p>The weir at Tarn Mill will be rebuilt before autumn, the river trust said on Tuesday.</p><p>“Nobody should sleep badly again,” said Odile Marsh, who leads the trust.</p>'

function read(head: string, above = '', below = '') {
  const html = `<!doctype html><html><head>${head}</head><body><article>${above}${TEXT}${below}</article></body></html>`
  const outcome = readPage({ uri: 'page.html', bytes: new TextEncoder().encode(html) }, DEFAULT_LIMITS, {
    location: 'page.html',
  })
  if (outcome.outcome !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`)
  return outcome.article
}
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('the title of a page', () => {
  it.each([
    [
      'is decoded',
      linked({ '@type': 'NewsArticle', headline: 'Weir&#8217;s end &amp;amp; start' }),
      '',
      'Weir’s end & start',
    ],
    [
      'loses the outlet behind it',
      '<meta property="og:site_name" content="Tarn Post"><meta property="og:title" content="Weir to be rebuilt - Tarn Post">',
      '',
      'Weir to be rebuilt',
    ],
    [
      'loses the outlet before it',
      '<meta property="og:site_name" content="Tarn Post"><title>Tarn Post: Weir to be rebuilt</title>',
      '',
      'Weir to be rebuilt',
    ],
    [
      'loses an outlet that nothing else names',
      '<title>Weir at the mill to be rebuilt | Tarn Post</title>',
      '',
      'Weir at the mill to be rebuilt',
    ],
    [
      'keeps dashes of its own',
      '<title>Weir - and mill - to be rebuilt</title>',
      '<h1>Weir - and mill - to be rebuilt</h1>',
      'Weir - and mill - to be rebuilt',
    ],
    [
      'is the heading that readers see',
      '<meta property="og:title" content="This old weir will be rebuilt at last"><title>Weir</title>',
      '<h1>Old weir will be rebuilt</h1>',
      'Old weir will be rebuilt',
    ],
    [
      'is no heading that names the outlet',
      '<meta property="og:title" content="Weir to be rebuilt"><title>Weir to be rebuilt | Tarn Post</title>',
      '<h1>Tarn Post</h1>',
      'Weir to be rebuilt',
    ],
  ])('%s', (_name, head, above, title) => {
    expect(read(head, above).title).toBe(title)
  })
})

describe('the byline of a page', () => {
  it.each([
    ['from meta, without By', '<meta name="author" content="By Nils Ode">', '', 'Nils Ode'],
    [
      'from linked data, in a list',
      linked([{ '@type': 'NewsArticle', author: [{ name: 'Nils Ode' }, { name: 'Ana O&#039;Dell' }] }]),
      '',
      "Nils Ode, Ana O'Dell",
    ],
    [
      'by reference',
      linked({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#n' } },
          { '@id': '#n', '@type': 'Person', name: 'Nils Ode' },
        ],
      }),
      '',
      'Nils Ode',
    ],
    ['from Dublin Core', '<meta name="DC.creator" content="Nils Ode">', '', 'Nils Ode'],
    ['from microdata', '', '<span itemprop="author">Nils Ode</span>', 'Nils Ode'],
    ['shown, without its date', '', '<p class="byline">By Nils Ode, March 4, 2026 | 6:00 PM</p>', 'Nils Ode'],
    [
      'never an address',
      '<meta property="article:author" content="https://social.example/post">',
      '<p class="byline">By Nils Ode</p>',
      'Nils Ode',
    ],
  ])('is read %s', (_name, head, above, byline) => {
    expect(read(head, above).byline).toBe(byline)
  })
})

describe('the date of a page', () => {
  it.each([
    [
      'of linked data',
      linked({ '@type': 'NewsArticle', datePublished: '2026-03-04T10:00:00Z' }),
      '',
      '',
      '2026-03-04T10:00:00Z',
    ],
    [
      'of the page’s item in linked data',
      linked({ '@graph': [{ '@type': 'WebPage', datePublished: '2026-03-04' }] }),
      '',
      '',
      '2026-03-04',
    ],
    ['of Dublin Core', '<meta name="DC.date.issued" content="2026-03-04">', '', '', '2026-03-04'],
    ['of meta, in words', '<meta property="article:published_time" content="March 4, 2026">', '', '', '2026-03-04'],
    ['of microdata', '', '<span itemprop="datePublished" content="2026-03-04">today</span>', '', '2026-03-04'],
    ['of time, in words', '', '<time>4 March 2026</time>', '', '2026-03-04'],
    [
      'of time that is not of an update',
      '',
      '<time class="updated" datetime="2026-05-01">x</time><time datetime="2026-03-04">y</time>',
      '',
      '2026-03-04',
    ],
    ['named a date', '', '<div><span class="post-date">Mar. 4th, 2026</span></div>', '', '2026-03-04'],
    ['in the byline', '', '<p class="byline">By Nils Ode March 4, 2026 | 6:00 PM</p>', '', '2026-03-04'],
    ['above the text', '', '<div><div>Wednesday, 4 March 2026</div></div>', '', '2026-03-04'],
    ['in the address', '<link rel="canonical" href="https://post.example/2026/03/04/weir">', '', '', '2026-03-04'],
    [
      'that can be read, where the first cannot',
      `${linked({ '@type': 'NewsArticle', datePublished: 'soon' })}<meta name="date" content="2026-03-04">`,
      '',
      '',
      '2026-03-04',
    ],
  ])('is that %s', (_name, head, above, below, date) => {
    expect(read(head, above, below).publishedAt).toBe(date)
  })

  it('is none that the text or the copyright mentions', () => {
    const article = read(
      '',
      '',
      '<p>The gate failed on March 4, 2026 and again in the week after, the trust has told its members in a letter.</p><p>© 4 March 2026</p>',
    )
    expect(article.publishedAt).toBeNull()
  })
})

it('the publisher of a page may be referred to', () => {
  const head = linked({
    '@graph': [
      { '@type': 'Article', publisher: { '@id': '#o' } },
      { '@id': '#o', '@type': 'Organization', name: 'Tarn Post' },
    ],
  })
  expect(read(head).publisher).toBe('Tarn Post')
})
