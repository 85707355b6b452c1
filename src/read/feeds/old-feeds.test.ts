import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'

const PUBLIC = '"-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"'
const items = (words: string) =>
  `<item><title>Weir mended</title><link>https://c.example/1</link><description>${words}</description></item>`
const rss = (version: string, words = 'He said no.') =>
  `<rss version="${version}"><channel><title>Courier</title><link>https://c.example/</link>${items(words)}</channel></rss>`
const rdf = (namespace: string, words = 'He said no.') =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}"><channel><title>Courier</title><link>https://c.example/</link><description>d</description></channel>${items(words)}</rdf:RDF>`

describe('feeds of old versions', () => {
  it.each([
    ['0.90', rdf('http://my.netscape.com/rdf/simple/0.9/')],
    [
      '0.90 with a document type',
      `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF>\n${rdf('http://my.netscape.com/rdf/simple/0.9/')}`,
    ],
    ['0.91', rss('0.91')],
    ['0.91 with a public document type', `<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC ${PUBLIC}>\n${rss('0.91')}`],
    [
      '0.91 with that of a system',
      `<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">${rss('0.91')}`,
    ],
    ['0.91 in small letters', `<!doctype rss public ${PUBLIC}>${rss('0.91')}`],
    ['0.91 with declarations of nothing', `<!DOCTYPE rss PUBLIC ${PUBLIC} [ <!-- none > --> ]>${rss('0.91')}`],
    [
      '0.91 with elements declared',
      `<!DOCTYPE rss [ <!ELEMENT rss (channel)> <!ATTLIST rss version CDATA "0.91"> ]>${rss('0.91')}`,
    ],
    [
      '0.91 with a style and comments',
      `<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!-- a --><!DOCTYPE rss PUBLIC ${PUBLIC}><!-- b -->${rss('0.91')}`,
    ],
    ['0.92', rss('0.92')],
    ['0.93', rss('0.93')],
    ['1.0', `<?xml version="1.0"?>${rdf('http://purl.org/rss/1.0/')}`],
    [
      '1.0 with a document type',
      `<!DOCTYPE rdf:RDF [<!ENTITY % rdf "x">]>`.replace('% rdf', 'rdf') + rdf('http://purl.org/rss/1.0/'),
    ],
  ])('%s give an article an item', async (_name, feed) => {
    const [first, ...rest] = await readStandardInput(feed)
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      article: { uri: 'https://c.example/1', title: 'Weir mended', publisher: 'Courier', text: 'He said no.' },
    })
  })

  it('have the characters that their document type declares', async () => {
    const types =
      '<!DOCTYPE rdf:RDF [\n<!ENTITY dash "&#8212;">\n<!ENTITY paper \'The Courier\'>\n<!ENTITY dash "-">\n]>\n'
    const [first] = await readStandardInput(
      types + rdf('http://purl.org/rss/1.0/', '&paper; &dash; he said &amp; left.'),
    )
    expect(first).toMatchObject({ article: { text: 'The Courier — he said & left.' } })
  })

  it.each([
    ['hold others', '<!ENTITY a "ha"><!ENTITY b "&a;&a;">'],
    ['hold markup', '<!ENTITY a "&#60;b>"><!ENTITY b "<b>">'],
    ['are long', `<!ENTITY a "${'x'.repeat(200)}">`],
    ['name a file', '<!ENTITY a SYSTEM "file:///etc/passwd">'],
    ['belong to the type', '<!ENTITY % a "b"> %a;'],
    ['do not end', '<!ENTITY a "b'],
    ['are many', Array.from({ length: 501 }, (_, n) => `<!ENTITY a${n} "b">`).join('')],
  ])('are refused when entities of their document type %s', async (_name, declarations) => {
    const [first, ...rest] = await readStandardInput(`<!DOCTYPE rss [${declarations}]>${rss('0.91', '&a;')}`, {
      format: 'feed',
    })
    expect(rest).toEqual([])
    expect(first).toMatchObject({ outcome: 'failed', kind: 'malformed' })
  })
})
