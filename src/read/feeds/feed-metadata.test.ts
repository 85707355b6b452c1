import { describe, expect, it } from 'vitest'
import type { ReadOutcome } from '../format.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { readFeed, readJsonFeed } from './read-feed.ts'

const BODY = '<description>The weir will be rebuilt, the trust said.</description>'
const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'

function rss(item: string, channel = '<title>Tarn Post</title>') {
  return `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel>${channel}<item>${BODY}${item}</item></channel></rss>`
}
function atom(entry: string, feed = '<title>Tarn Post</title>') {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">${feed}<entry><id>urn:x:1</id><summary>The weir will be rebuilt, the trust said.</summary>${entry}</entry></feed>`
}
function json(item: object, feed: object = { title: 'Tarn Post' }) {
  const version = 'https://jsonfeed.org/version/1.1'
  return JSON.stringify({ version, ...feed, items: [{ id: '1', content_text: 'The weir will be rebuilt.', ...item }] })
}
function outcomeOf(feed: string): ReadOutcome | undefined {
  const context = { limits: DEFAULT_LIMITS, fields: {} }
  const input = { uri: 'feed', bytes: new TextEncoder().encode(feed) }
  const outcomes = feed.startsWith('{')
    ? readJsonFeed(JSON.parse(feed), input, context, 'utf-8')
    : readFeed(input, context)
  return [...outcomes][0]
}
function read(feed: string) {
  const outcome = outcomeOf(feed)
  if (outcome?.outcome !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`)
  return outcome.article
}

describe('a feed tells', () => {
  it.each([
    [
      'a title encoded twice',
      rss('<title>Weir&amp;#8217;s end &amp;amp; start</title>'),
      'title',
      'Weir’s end & start',
      'title',
    ],
    [
      'a title without the outlet that it names',
      rss('<title>Weir shut - Fen Echo</title><source url="https://fen.example/">Fen Echo</source>'),
      'title',
      'Weir shut',
      'title',
    ],
    [
      'a title with a dash of its own',
      rss('<title>Weir shut - at last</title>'),
      'title',
      'Weir shut - at last',
      'title',
    ],
    [
      'a title with an outlet’s name in the middle',
      rss('<title>Tarn Post - a name</title>'),
      'title',
      'Tarn Post - a name',
      'title',
    ],
    [
      'authors in a list',
      rss('<dc:creator>Nils Ode</dc:creator><dc:creator>Ana Dell</dc:creator>'),
      'byline',
      'Nils Ode, Ana Dell',
      'dc:creator',
    ],
    [
      'an author without By and role',
      rss('<dc:creator>By Nils Ode, Political editor</dc:creator>'),
      'byline',
      'Nils Ode',
      'dc:creator',
    ],
    [
      'an author beside an address',
      rss('<author>nils@post.example (Nils Ode)</author>'),
      'byline',
      'Nils Ode',
      'author',
    ],
    ['no author that is only an address', rss('<author>desk@post.example</author>'), 'byline', null, undefined],
    [
      'a person before the outlet',
      rss('<dc:creator>Tarn Post</dc:creator><author>nils@post.example (Nils Ode)</author>'),
      'byline',
      'Nils Ode',
      'author',
    ],
    [
      'the outlet where nobody is named',
      rss('<dc:creator>Tarn Post</dc:creator>'),
      'byline',
      'Tarn Post',
      'dc:creator',
    ],
    ['no user of the system', rss('<dc:creator>admin</dc:creator>'), 'byline', null, undefined],
    [
      'a time with its zone',
      rss('<pubDate>Wed, 04 Mar 2026 22:15:00 -0500</pubDate>'),
      'publishedAt',
      '2026-03-04T22:15:00-05:00',
      'pubDate',
    ],
    [
      'a time with a named zone',
      rss('<pubDate>Wed, 04 Mar 2026 22:15:00 EST</pubDate>'),
      'publishedAt',
      '2026-03-04T22:15:00-05:00',
      'pubDate',
    ],
    [
      'the time that can be read',
      rss('<pubDate>soon</pubDate><dc:date>2026-03-04</dc:date>'),
      'publishedAt',
      '2026-03-04',
      'dc:date',
    ],
    ['no impossible day', rss('<pubDate>Tue, 31 Feb 2026 10:00:00 GMT</pubDate>'), 'publishedAt', null, undefined],
    [
      'when it was changed',
      rss('<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><dcterms:modified>2026-03-05T10:00:00Z</dcterms:modified>'),
      'modifiedAt',
      '2026-03-05T10:00:00Z',
      'dcterms:modified',
    ],
    [
      'a section',
      rss('<category>World &amp;amp; Trade</category><category>Weirs</category>'),
      'section',
      'World & Trade',
      'category',
    ],
    [
      'the channel’s language',
      rss('', '<title>Tarn Post</title><language>en-gb</language>'),
      'language',
      'en-GB',
      'feed language',
    ],
    [
      'the item’s language',
      rss('<dc:language>fr</dc:language>', '<title>Tarn Post</title><language>en-gb</language>'),
      'language',
      'fr',
      'dc:language',
    ],
    ['the channel as publisher', rss(''), 'publisher', 'Tarn Post', 'feed title'],
    [
      'the source as publisher',
      rss('<source url="https://fen.example/">Fen Echo</source>'),
      'publisher',
      'Fen Echo',
      'source',
    ],
    ['an address', rss('<link>https://post.example/1</link><guid>7</guid>'), 'uri', 'https://post.example/1', 'link'],
    [
      'an identifier that is an address',
      rss('<guid>https://post.example/2</guid>'),
      'uri',
      'https://post.example/2',
      'guid',
    ],
    ['Atom’s author', atom('<author><name>Nils Ode</name></author>'), 'byline', 'Nils Ode', 'author'],
    [
      'Atom’s author of the feed',
      atom('', '<title>Tarn Post</title><author><name>Nils Ode</name></author>'),
      'byline',
      'Nils Ode',
      'feed author',
    ],
    [
      'Atom’s change',
      atom('<published>2026-03-04T10:00:00Z</published><updated>2026-03-05T10:00:00Z</updated>'),
      'modifiedAt',
      '2026-03-05T10:00:00Z',
      'updated',
    ],
    [
      'Atom’s publication beside a change',
      atom('<published>2026-03-04T10:00:00Z</published><updated>2026-03-05T10:00:00Z</updated>'),
      'publishedAt',
      '2026-03-04T10:00:00Z',
      'published',
    ],
    [
      'Atom’s change alone',
      atom('<updated>2026-03-05T10:00:00+01:00</updated>'),
      'publishedAt',
      '2026-03-05T10:00:00+01:00',
      'updated',
    ],
    ['Atom’s label of a section', atom('<category term="w" label="World"/>'), 'section', 'World', 'category'],
    [
      'Atom’s source',
      atom('<source><id>urn:s</id><title>Fen Echo</title><updated>2026-03-05T10:00:00Z</updated></source>'),
      'publisher',
      'Fen Echo',
      'source title',
    ],
    ['a JSON Feed’s tags', json({ tags: ['World', 'Weirs'] }), 'section', 'World', 'tags'],
    [
      'a JSON Feed’s change',
      json({ date_published: '2026-03-04T10:00:00Z', date_modified: '2026-03-05T10:00:00Z' }),
      'modifiedAt',
      '2026-03-05T10:00:00Z',
      'date_modified',
    ],
    [
      'a JSON Feed’s authors',
      json({ authors: [{ name: 'Nils Ode' }, { name: 'Ana Dell' }] }),
      'byline',
      'Nils Ode, Ana Dell',
      'authors',
    ],
  ] as const)('%s', (_name, feed, field, value, origin) => {
    const article = read(feed)
    expect({ value: article[field], origin: article.origins[field] }).toEqual({ value, origin })
  })

  it('an impossible day with a warning', () => {
    const { warnings } = read(rss('<pubDate>Tue, 31 Feb 2026 10:00:00 GMT</pubDate>'))
    expect(warnings).toContain('its published time cannot be read: Tue, 31 Feb 2026 10:00:00 GMT')
  })
})

describe('the line that software adds below an item', () => {
  const item = (below: string) =>
    `<content:encoded><![CDATA[<p>The weir will be rebuilt, the trust said.</p>${below}]]></content:encoded>`

  it.each([
    '<p>The post <a href="https://post.example/1">Weir&#8217;s end</a> appeared first on <a href="https://post.example">Tarn Post</a>.</p>',
    '\n<p>The post <a href="/1">Weir’s end</a> first appeared on <a href="/">Tarn Post</a>.</p>\n',
    '<hr><p><a href="/1">Weir’s end</a> was originally published in <a href="/">Tarn Post</a> on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>',
  ])('is left out and kept beside it: %s', line => {
    const outcome = outcomeOf(rss(item(line)))
    expect(outcome).toMatchObject({
      article: { text: 'The weir will be rebuilt, the trust said.' },
      leftOut: [{ reason: 'line of the feed’s software', text: expect.stringContaining('Weir’s end') }],
    })
  })

  it.each([
    '<p>The post of miller appeared first in a charter of 1312, she said.</p>',
    '<p>Her diary was originally published in 1912, and nobody read it.</p>',
  ])('is none that the article has: %s', line => {
    const outcome = outcomeOf(rss(item(line)))
    expect(outcome).toMatchObject({ article: { text: expect.stringContaining(line.slice(3, -4)) }, leftOut: [] })
  })
})
