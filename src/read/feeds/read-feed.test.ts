import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://x.example/</link><language>en-gb</language>
<item><title>A &amp; B</title><link>https://x.example/1</link><guid isPermaLink="false">7</guid><dc:creator>Ann Lee</dc:creator>
<pubDate>Wed, 04 Mar 2026 09:15:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>“No,” he said &amp; left.</p><blockquote><p>She stayed.</p></blockquote><figure><img src="x"><figcaption>A wall</figcaption></figure>]]></content:encoded></item>
<item><title>Only a summary</title><guid>https://x.example/2</guid><description>He said &lt;b&gt;no&lt;/b&gt; &amp;amp; left.</description></item>
<item><title>Nothing</title></item>
</channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<entry><id>urn:x:1</id><title>T</title><link rel="alternate" href="https://x.example/1"/><published>2026-03-04T09:15:00Z</published>
<author><name>Ann Lee</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He said <i>no</i>.</p><p>She left.</p></div></content></entry>
<entry><id>urn:x:2</id><title>U</title><summary type="text">2 &lt; 3, he said.</summary></entry></feed>`

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://x.example/"><title>The Courier</title><link>https://x.example/</link><description>d</description></channel>
<item rdf:about="https://x.example/1"><title>T</title><link>https://x.example/1</link><description>He said no.</description><dc:date>2026-03-04</dc:date></item></rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Courier',
  language: 'en',
  items: [
    {
      id: '1',
      url: 'https://x.example/1',
      title: 'T',
      content_html: '<p>He said no.</p>',
      date_published: '2026-03-04T09:15:00Z',
      authors: [{ name: 'Ann Lee' }],
    },
    { id: '2', content_text: 'She said <yes>.' },
  ],
})

describe('feeds', () => {
  it('in RSS give an article an item, with its body rather than its summary', async () => {
    expect(await readStandardInput(RSS)).toMatchObject([
      {
        article: {
          uri: 'https://x.example/1',
          title: 'A & B',
          byline: 'Ann Lee',
          publisher: 'The Courier',
          language: 'en-GB',
          publishedAt: '2026-03-04T09:15:00+01:00',
          text: '“No,” he said & left.\n\nShe stayed.',
          warnings: [],
        },
        origin: { location: '-#item=1', decodedHow: 'feed; charset=utf-8' },
      },
      {
        article: {
          uri: 'https://x.example/2',
          text: 'He said no & left.',
          warnings: ['the feed gives only a summary of it'],
        },
      },
      { outcome: 'skipped', uri: '-#item=3', reason: 'empty' },
    ])
  })

  it('in Atom keep paragraphs of XHTML and the marks of plain text', async () => {
    expect(await readStandardInput(ATOM)).toMatchObject([
      {
        article: {
          uri: 'https://x.example/1',
          byline: 'Ann Lee',
          text: 'He said no.\n\nShe left.',
          publisher: 'The Courier',
        },
      },
      { article: { uri: 'urn:x:2', text: '2 < 3, he said.' } },
    ])
  })

  it('in RDF and JSON Feed do the same', async () => {
    expect(await readStandardInput(RDF)).toMatchObject([
      { article: { uri: 'https://x.example/1', title: 'T', publishedAt: '2026-03-04', text: 'He said no.' } },
    ])
    expect(await readStandardInput(JSON_FEED)).toMatchObject([
      { article: { uri: 'https://x.example/1', byline: 'Ann Lee', text: 'He said no.' } },
      { article: { uri: '-#item=2', text: 'She said <yes>.' } },
    ])
  })

  it('without items or broken are accounted for', async () => {
    expect(await readStandardInput('<rss version="2.0"><channel><title>T</title></channel></rss>')).toMatchObject([
      { outcome: 'skipped', reason: 'the feed has no items' },
    ])
    expect(await readStandardInput('<rss version="2.0"><channel><item><title>T</it')).toHaveLength(1)
  })

  it.each([
    '<rss></rss>',
    '<rss version="2.0"/>',
    '<?xml version="1.0"?>\n<!-- - -->\n<feed xmlns="http://www.w3.org/2005/Atom">\n</feed>\n',
  ])('is no failure when it is whole and holds nothing: %j', async bytes => {
    expect(await readStandardInput(bytes)).toMatchObject([{ outcome: 'skipped', reason: 'the feed has no items' }])
    const [cut] = await readStandardInput(bytes.trimEnd().slice(0, -1))
    expect(cut).toMatchObject({ outcome: 'failed', kind: 'malformed' })
  })

  it('says of every item that the feed is in another encoding than it says', async () => {
    const bytes =
      '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>C</title><item><title>T</title><description>“No,” she said — twice.</description></item></channel></rss>'
    const [outcome] = await readStandardInput(bytes)
    expect(outcome).toMatchObject({
      article: {
        text: '“No,” she said — twice.',
        decodedAs: 'utf-8',
        warnings: expect.arrayContaining(['it says that it is in iso-8859-1, but it is in utf-8']),
      },
    })
  })
})
