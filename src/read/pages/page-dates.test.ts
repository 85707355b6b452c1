import { describe, expect, it } from 'vitest'
import {
  type MetadataCase as Case,
  checkMetadata as check,
  ofArticle,
} from '../../../test/support/pages/check-metadata.ts'
import { linked, readPageWith } from '../../../test/support/pages/tarn-page.ts'

describe('the date of a page', () => {
  it.each<Case>([
    [
      'of linked data',
      ofArticle({ datePublished: '2026-03-04T10:00:00Z' }),
      '',
      '2026-03-04T10:00:00Z',
      'JSON-LD datePublished',
    ],
    [
      'of linked data, with its zone',
      ofArticle({ datePublished: '2026-03-04T22:00:00-05:00' }),
      '',
      '2026-03-04T22:00:00-05:00',
    ],
    [
      'of linked data, as an object',
      ofArticle({ datePublished: { '@type': 'Date', '@value': '2026-03-04' } }),
      '',
      '2026-03-04',
    ],
    [
      'of the page’s item in linked data',
      linked({ '@graph': [{ '@type': 'WebPage', datePublished: '2026-03-04' }] }),
      '',
      '2026-03-04',
      'JSON-LD WebPage datePublished',
    ],
    ['of Dublin Core', '<meta name="DC.date.issued" content="2026-03-04">', '', '2026-03-04', 'dc.date.issued'],
    [
      'of meta, in words',
      '<meta property="article:published_time" content="March 4, 2026">',
      '',
      '2026-03-04',
      'article:published_time',
    ],
    [
      'of meta, in words with a zone',
      '<meta property="article:published_time" content="March 4, 2026 6:00 PM EST">',
      '',
      '2026-03-04T18:00:00-05:00',
    ],
    ['of an outlet’s own meta', '<meta name="publish-date" content="2026-03-04">', '', '2026-03-04', 'publish-date'],
    [
      'of an outlet’s own meta, worded otherwise',
      '<meta name="pubDate" content="2026-03-04">',
      '',
      '2026-03-04',
      'pubdate',
    ],
    [
      'of microdata',
      '',
      '<span itemprop="datePublished" content="2026-03-04">today</span>',
      '2026-03-04',
      'itemprop datePublished',
    ],
    [
      'of microdata that a title gives',
      '',
      '<abbr itemprop="datePublished" title="2026-03-04T10:00:00Z">10:00</abbr>',
      '2026-03-04T10:00:00Z',
    ],
    [
      'of RDFa',
      '',
      '<span property="dc:issued" content="2026-03-04">today</span><span property="schema:datePublished" content="2026-03-05">x</span>',
      '2026-03-05',
    ],
    ['of time, in words', '', '<time>4 March 2026</time>', '2026-03-04', 'time'],
    [
      'of time that is not of an update',
      '',
      '<time class="updated" datetime="2026-05-01">x</time><time datetime="2026-03-04">y</time>',
      '2026-03-04',
      'time[datetime]',
    ],
    [
      'of time that is none of related articles',
      '',
      '<aside><time datetime="2026-05-01">x</time></aside><div class="related-stories"><time datetime="2026-05-02">x</time></div><time datetime="2026-03-04">y</time>',
      '2026-03-04',
    ],
    [
      'of time that is no comment’s',
      '',
      '<div id="comments"><time datetime="2026-05-01">x</time></div><p>Filed 4 March 2026</p>',
      '2026-03-04',
      'line beside the text',
    ],
    ['named a date', '', '<div><span class="post-date">Mar. 4th, 2026</span></div>', '2026-03-04', 'date line'],
    [
      'named a date, in numbers',
      '<html lang="en-GB">',
      '<div><span class="time">04/03/2026</span></div>',
      '2026-03-04',
      'date line',
    ],
    [
      'named a date, in numbers of another order',
      '<html lang="en-US">',
      '<div><span class="time">03/04/2026</span></div>',
      '2026-03-04',
      'date line',
    ],
    ['named a date, in another language', '', '<h2 class="date-header">mercredi 4 mars 2026</h2>', '2026-03-04'],
    ['in the byline', '', '<p class="byline">By Nils Ode March 4, 2026 | 6:00 PM</p>', '2026-03-04', 'byline line'],
    ['above the text', '', '<div><div>Wednesday, 4 March 2026</div></div>', '2026-03-04', 'line beside the text'],
    [
      'in the address',
      '<link rel="canonical" href="https://post.example/2026/03/04/weir">',
      '',
      '2026-03-04',
      'address',
    ],
    [
      'in the address, by name',
      '<link rel="canonical" href="https://post.example/2026/mar/04/weir">',
      '',
      '2026-03-04',
      'address',
    ],
    [
      'in the address, in one',
      '<link rel="canonical" href="https://post.example/20260304-weir">',
      '',
      '2026-03-04',
      'address',
    ],
    [
      'that can be read, where the first cannot',
      `${ofArticle({ datePublished: 'soon' })}<meta name="date" content="2026-03-04">`,
      '',
      '2026-03-04',
      'date',
    ],
    [
      'that the calendar has',
      `${ofArticle({ datePublished: '2026-02-30' })}<meta name="date" content="2026-03-04">`,
      '',
      '2026-03-04',
      'date',
    ],
    ['never that of an hour ago', '', '<time>3 hours ago</time>', null],
    ['never the number of an article', '<link rel="canonical" href="https://post.example/20269904-weir">', '', null],
  ])('is that %s', (_name, ...given) => check('publishedAt', given))

  it('is none that the text or the copyright mentions', () => {
    const below =
      '<p>The gate failed on March 4, 2026 and again in the week after, the trust has told its members in a letter.</p><p>© 4 March 2026</p>'
    expect(readPageWith({ below }).publishedAt).toBeNull()
  })

  it('is none where the calendar has no such day, and it is said', () => {
    const { publishedAt, warnings } = readPageWith({ head: ofArticle({ datePublished: '2026-02-30' }) })
    expect(publishedAt).toBeNull()
    expect(warnings).toContain('its published time cannot be read: 2026-02-30')
  })
})

describe('when a page was changed', () => {
  it.each<Case>([
    [
      'linked data says',
      ofArticle({ dateModified: '2026-03-05T10:00:00+01:00' }),
      '',
      '2026-03-05T10:00:00+01:00',
      'JSON-LD dateModified',
    ],
    [
      'meta says',
      '<meta property="article:modified_time" content="2026-03-05">',
      '',
      '2026-03-05',
      'article:modified_time',
    ],
    [
      'a network is told',
      '<meta property="og:updated_time" content="2026-03-05">',
      '',
      '2026-03-05',
      'og:updated_time',
    ],
    [
      'microdata says',
      '',
      '<meta itemprop="dateModified" content="2026-03-05">',
      '2026-03-05',
      'itemprop dateModified',
    ],
    [
      'time says',
      '',
      '<time datetime="2026-03-04">x</time><time class="updated" datetime="2026-03-05">y</time>',
      '2026-03-05',
      'time[datetime]',
    ],
    ['a line says', '', '<span class="date">Updated March 5, 2026</span>', '2026-03-05', 'date line'],
    ['nothing says', '<meta property="article:published_time" content="2026-03-04">', '', null],
  ])('%s', (_name, ...given) => check('modifiedAt', given))
})
