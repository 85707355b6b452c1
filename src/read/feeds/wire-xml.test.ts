import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'

const NITF = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.0/dtd/nitf-3-0.dtd">
<nitf xml:lang="en-GB"><head><title>Slug</title>
<docdata><doc-id id-string="urn:x:7"/><date.issue norm="20260304T091500+0100"/></docdata><pubdata name="The Courier"/></head>
<body><body.head><hedline><hl1>A headline</hl1></hedline><byline>By <person>Ann Lee</person></byline><dateline><location>PORT ELLERY</location></dateline></body.head>
<body.content><block>
<p>&#8220;No,&#8221; he <em>said</em>, &amp; left.</p>
<media media-type="image"><media-reference source="x.jpg"/><media-caption>A wall.</media-caption></media>
<hl2>Again</hl2>
<p>She stayed.</p><bq><block><p>We will not sell.</p></block></bq>
<ul><li>Open the books.</li></ul>
</block></body.content><body.end><tagline>Ends.</tagline></body.end></body></nitf>`
const PARAGRAPHS = '“No,” he said, & left.\n\nAgain\n\nShe stayed.\n\nWe will not sell.\n\nOpen the books.'

const newsItem = (content: string, { itemClass = 'ninat:text', status = 'stat:usable' } = {}) => `
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x:8" version="1" standard="NewsML-G2" xml:lang="en">
<itemMeta><itemClass qcode="${itemClass}"/><provider literal="Wire"/><versionCreated>2026-03-04T10:00:00Z</versionCreated><pubStatus qcode="${status}"/></itemMeta>
<contentMeta><contentCreated>2026-03-04T09:15:00+01:00</contentCreated><by>Ann Lee</by><language tag="en"/><headline>A headline</headline></contentMeta>
<contentSet>${content}</contentSet></newsItem>`
const XHTML = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>“No,” he said.</p><p>She left.</p></body></html></inlineXML>`

describe('NITF', () => {
  it('gives the paragraphs without captions, and its metadata', async () => {
    expect(await readStandardInput(NITF)).toMatchObject([
      {
        article: {
          uri: 'urn:x:7',
          title: 'A headline',
          byline: 'Ann Lee',
          publisher: 'The Courier',
          language: 'en-GB',
          publishedAt: '2026-03-04T09:15:00+01:00',
          text: PARAGRAPHS,
        },
        origin: { decodedHow: 'nitf; charset=utf-8' },
      },
    ])
  })
})

describe('NewsML-G2', () => {
  it('gives the text of XHTML inside it, and its metadata', async () => {
    expect(await readStandardInput(`<?xml version="1.0"?>${newsItem(XHTML)}`)).toMatchObject([
      {
        article: {
          uri: 'urn:newsml:x:8',
          title: 'A headline',
          byline: 'Ann Lee',
          publisher: 'Wire',
          language: 'en',
          publishedAt: '2026-03-04T09:15:00+01:00',
          text: '“No,” he said.\n\nShe left.',
        },
        origin: { decodedHow: 'newsml-g2; charset=utf-8' },
      },
    ])
  })

  it('gives the text of NITF, plain text and escaped markup inside it', async () => {
    const nitf = NITF.slice(NITF.indexOf('<nitf'))
    const plain = '<inlineData contenttype="text/plain">“No,” he said.\n\nShe &lt;left&gt;.</inlineData>'
    const escaped =
      '<inlineData contenttype="text/html">&lt;p&gt;He said.&lt;/p&gt;&lt;p&gt;She left.&lt;/p&gt;</inlineData>'
    for (const [content, text] of [
      [`<inlineXML>${nitf}</inlineXML>`, PARAGRAPHS],
      [plain, '“No,” he said.\n\nShe <left>.'],
      [escaped, 'He said.\n\nShe left.'],
    ] as const) {
      expect(await readStandardInput(newsItem(content))).toMatchObject([{ article: { text, title: 'A headline' } }])
    }
  })

  it('gives an outcome for every item of a message', async () => {
    const items = [
      newsItem(XHTML),
      newsItem('', { itemClass: 'ninat:picture' }),
      newsItem(XHTML, { status: 'stat:canceled' }),
      newsItem('<remoteContent href="x.jpg"/>'),
      '<packageItem guid="x"/>',
    ]
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('')}</itemSet></newsMessage>`
    expect(await readStandardInput(message)).toMatchObject([
      { article: { uri: 'urn:newsml:x:8' }, origin: { location: '-#item=1' } },
      { outcome: 'skipped', reason: 'NewsML-G2 item of class picture, not text' },
      { outcome: 'skipped', reason: 'its publisher says it is canceled' },
      { outcome: 'skipped', reason: 'NewsML-G2 item without a text' },
      { outcome: 'skipped', reason: 'NewsML-G2 packageitem, not an article' },
    ])
  })

  it('fails when it is other XML', async () => {
    expect(await readStandardInput('<sitemap/>', { format: 'newsml' })).toMatchObject([
      { outcome: 'failed', kind: 'malformed' },
    ])
  })
})
