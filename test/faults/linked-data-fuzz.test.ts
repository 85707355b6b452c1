import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toOutcome } from '../../src/read/article/draft.ts'
import { DEFAULT_LIMITS } from '../../src/read/limits/limits.ts'
import { parsePage } from '../../src/read/markup/html/parse-html.ts'
import { readLinkedData } from '../../src/read/markup/linked-data/linked-data.ts'
import { readMetadata } from '../../src/read/markup/metadata/page-metadata.ts'
import { proofSize } from '../support/proof-size.ts'

const BLOCK = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebPage', '@id': '#page', datePublished: '2026-03-04', breadcrumb: { '@id': '#way' } },
    {
      '@type': ['NewsArticle', 'ReportageNewsArticle'],
      headline: 'Weir’s “end” &amp; start',
      author: [{ '@id': '#nils' }, { '@type': 'Person', name: 'Ana \\ Dell' }],
      datePublished: '2026-03-04T10:00:00+01:00',
      publisher: { '@type': 'Organization', name: 'Tarn Post' },
      isPartOf: { '@id': '#page' },
      articleSection: ['World'],
    },
    { '@id': '#nils', '@type': 'Person', name: 'Nils Ode', worksFor: { '@id': '#nils' } },
    { '@id': '#way', '@type': 'BreadcrumbList', itemListElement: [{ position: 1, name: 'Home' }] },
  ],
})
/** What is put into the block: comments, character data, references, what closes and opens, what no text should hold. */
const PIECES = [
  '/*',
  '*/',
  '//',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&quot;',
  '&#0;',
  '&amp;',
  '"',
  '\\',
  '\\u',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  'null',
  '"@id":"#nils"',
  '"__proto__":',
  '\0',
  '\u2028',
  '\ud800',
  '1e999',
  '[[[[',
  '</p>',
  '<script>',
]

it('reads a page whatever its linked data is damaged into', () => {
  const damage = fc.record({
    at: fc.nat(BLOCK.length),
    length: fc.nat(30),
    piece: fc.oneof(
      fc.constantFrom(...PIECES),
      fc.nat(0xffff).map(unit => String.fromCharCode(unit)),
    ),
  })
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 4 }), damages => {
      const block = damages.reduce(
        (text, { at, length, piece }) => text.slice(0, at) + piece + text.slice(at + length),
        BLOCK,
      )
      const page = parsePage(
        `<script type="application/ld+json">${block.replaceAll('</script', '')}</script>`,
        DEFAULT_LIMITS,
      )
      const metadata = readMetadata(page, readLinkedData(page))
      const { origins, ...values } = metadata
      for (const origin of Object.values(origins)) expect(origin).toMatch(/^JSON-LD /)
      expect(Object.values(values).filter(value => value !== undefined)).toHaveLength(Object.keys(origins).length)
      // What a damaged block gives is fit to keep, as well.
      expect(
        toOutcome({ text: 'The weir is shut.', decodedAs: 'utf-8', ...metadata }, 'hash', { location: 'page.html' }),
      ).toMatchObject({ outcome: 'article' })
    }),
    { numRuns: proofSize(500, 4_000) },
  )
})
