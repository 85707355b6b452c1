import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, Unreadable } from '../../src/read/limits/limits.ts'
import { readPage } from '../../src/read/pages/read-page.ts'
import { drupalPage } from '../support/pages/drupal-page.ts'
import { newspaperPage } from '../support/pages/newspaper-page.ts'
import { STORY } from '../support/pages/story.ts'
import { article, each, page } from '../support/pages/weir-page.ts'
import { wordpressPage } from '../support/pages/wordpress-page.ts'
import { proofSize } from '../support/proof-size.ts'

/* Pages whose tags are lost, doubled, swapped and cut off are read or refused, and always in the same way. */

const linked = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: STORY.paragraphs.join(' ') })}</script>`
const PAGES: readonly string[] = [
  wordpressPage(STORY),
  drupalPage(STORY),
  newspaperPage(STORY),
  page(`<article>${each(text => `<p>${text}</p>`)}</article>`, linked),
  article(
    each(text => `<figure><img src="a.jpg"><figcaption>${text}</figcaption></figure><h2><a href="#a">Gate</a></h2>`),
  ),
  page(`<main>${each(text => `<article class="post"><h1>${text}</h1><p>${text} ${text}</p></article>`)}</main>`),
  page(
    `<noscript>${each(text => `<p>${text}</p>`)}</noscript><div class="comments">${each(text => `<p>${text}</p>`)}</div>`,
  ),
]

/** Tags and the texts between them. */
const piecesOf = (html: string) => html.match(/<[^>]*>|[^<]+/g) ?? []

const change = fc.record({
  kind: fc.constantFrom('lose', 'double', 'swap', 'cut', 'insert', 'close'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  tag: fc.constantFrom(
    '<aside>',
    '</article>',
    '<article>',
    '<h1>',
    '<p>',
    '<br><br>',
    '<table>',
    '<select>',
    '<svg>',
    '<template>',
    '<a href="/x">',
    '<div class="comments">',
    '<div hidden>',
    '<noscript>',
    '<pre>',
    '<figure>',
  ),
})

function damage(html: string, changes: readonly { kind: string; at: number; to: number; tag: string }[]): string {
  const pieces = [...piecesOf(html)]
  for (const { kind, at, to, tag } of changes) {
    const [i, j] = [Math.floor(at * pieces.length), Math.floor(to * pieces.length)]
    const piece = pieces[i] ?? ''
    if (kind === 'lose') pieces.splice(i, 1)
    if (kind === 'double') pieces.splice(i, 0, ...Array<string>(1 + (j % 30)).fill(piece))
    if (kind === 'swap') [pieces[i], pieces[j]] = [pieces[j] ?? '', piece]
    if (kind === 'cut') pieces[i] = piece.slice(0, Math.floor(to * piece.length))
    if (kind === 'insert') pieces.splice(i, 0, tag)
    if (kind === 'close') pieces.splice(i, 0, tag.replace('<', '</'))
  }
  return pieces.join('')
}

function read(html: string) {
  try {
    return readPage({ uri: 'page.html', bytes: new TextEncoder().encode(html) }, DEFAULT_LIMITS, {
      location: 'page.html',
    })
  } catch (error) {
    if (error instanceof Unreadable) return error.message
    throw error
  }
}

describe('a damaged page', () => {
  it('is read or refused, twice the same', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), fc.array(change, { minLength: 1, maxLength: 20 }), (html, changes) => {
        const damaged = damage(html, changes)
        const outcome = read(damaged)
        expect(read(damaged)).toEqual(outcome)
        if (typeof outcome === 'string' || outcome.outcome !== 'article') return
        expect(outcome.article.text.trim()).not.toBe('')
        for (const { reason, text } of outcome.leftOut ?? []) expect([reason, text.trim()]).not.toContain('')
      }),
      { numRuns: Number(process.env.HEARSAY_FUZZ_RUNS ?? proofSize(100, 3000)) },
    )
  })
})
