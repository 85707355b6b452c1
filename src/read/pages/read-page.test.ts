import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drupalPage } from '../../../test/support/pages/drupal-page.ts'
import { newspaperPage } from '../../../test/support/pages/newspaper-page.ts'
import { FURNITURE, STORY } from '../../../test/support/pages/story.ts'
import { wordpressPage } from '../../../test/support/pages/wordpress-page.ts'
import { proofSize } from '../../../test/support/proof-size.ts'
import type { ReadOutcome } from '../format.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../limits/limits.ts'
import { readPage } from './read-page.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const read = (page: string | Uint8Array, limits: Partial<ReadLimits> = {}) =>
  readPage(
    { uri: 'page.html', bytes: typeof page === 'string' ? encode(page) : page },
    { ...DEFAULT_LIMITS, ...limits },
    { location: 'page.html' },
  )
const articleOf = (outcome: ReadOutcome) => {
  if (outcome.outcome !== 'article') throw new Error(`no article: ${JSON.stringify(outcome)}`)
  return outcome.article
}
const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const FILLER = Array.from(
  { length: 6 },
  (_, index) =>
    `<p>Paragraph ${index} says that the harbour, the quay, the wall and the ferry are all as they were last year.</p>`,
).join('')

describe('web pages', () => {
  it.each([
    ['WordPress', wordpressPage, 'https://courier.example/2026/03/kestrel-quay/', 'The Ellery Courier', 'en-GB'],
    ['Drupal', drupalPage, 'https://gazette.example/news/kestrel-quay', 'Ellery Gazette', 'en'],
    [
      'a newspaper',
      newspaperPage,
      'https://ledger.example/article/kestrel-quay-vote-98117',
      'The Morning Ledger',
      'en',
    ],
  ])(
    'of %s give the paragraphs of the article, exactly, and what the page says of itself',
    (_, template, uri, publisher, language) => {
      const markup = template(STORY)
      expect(FURNITURE.filter(words => !markup.includes(words))).toEqual([])
      const article = articleOf(read(markup))
      expect(article.text.split('\n\n')).toEqual(STORY.paragraphs)
      expect(article).toMatchObject({
        uri,
        publisher,
        language,
        title: STORY.headline,
        byline: STORY.byline,
        publishedAt: STORY.published,
        decodedAs: 'utf-8',
      })
    },
  )

  it('say of a page without an article that there is none', () => {
    const links = Array.from({ length: 40 }, (_, index) => `<li><a href="/${index}">A headline about ${index}</a></li>`)
    expect(read(page(`<ul>${links.join('')}</ul>`))).toMatchObject({
      outcome: 'skipped',
      reason: 'no article found on the page',
    })
    expect(read(' ')).toMatchObject({ outcome: 'skipped', reason: 'empty' })
  })

  it('say of a page that is sent instead of an article that there is none, and not of a short article that somebody signed', () => {
    const denied = (more: string) =>
      read(
        `<html lang="en"><head><title>Access Denied | Tarn Post</title></head><body><h1>Access Denied</h1>${more}<p>You have no permission to see this page on this server.</p></body></html>`,
      )
    expect(denied('')).toMatchObject({ outcome: 'skipped', reason: 'no article found on the page' })
    expect(denied('<p class="byline">By Nils Ode</p>')).toMatchObject({ outcome: 'article' })
  })

  it.each(['By Nils Ode', 'Words by Nils Ode', 'Interview by Nils Ode'])(
    'leave the line out that only signs: %s',
    line => {
      const html = page(
        `<article><h1>Weir to be rebuilt</h1><p>${line}</p>${FILLER}</article>`,
        '<meta name="author" content="Nils Ode">',
      )
      expect(articleOf(read(html)).text).toMatch(/^Paragraph 0 /)
    },
  )

  it.each([
    ['a short quotation', '<blockquote>“No.”</blockquote>', ['“No.”']],
    [
      'a quotation in a figure, with who said it',
      '<figure><blockquote><p>We will not sell the wall.</p></blockquote><figcaption>Ines Dorrow</figcaption></figure>',
      ['We will not sell the wall.', '— Ines Dorrow'],
    ],
    [
      'who said a quotation, whatever class they have',
      '<blockquote><p>We will not sell the wall.</p><span class="author">Ines Dorrow</span></blockquote>',
      ['We will not sell the wall.', '— Ines Dorrow'],
    ],
    [
      'a paragraph that is one link',
      '<p><a href="/x">The board had known about the wall since autumn, three people said.</a></p>',
      ['The board had known about the wall since autumn, three people said.'],
    ],
    [
      'a list of demands',
      '<ul><li>Open the books.</li><li>Sack the board.</li></ul>',
      ['Open the books.', 'Sack the board.'],
    ],
    ['a subheading', '<h2>A third delay</h2>', ['A third delay']],
    [
      'quotation marks of q, also inside one another',
      '<p>He wrote: <q>She said <q>never</q> to me</q>, and left.</p>',
      ['He wrote: “She said ‘never’ to me”, and left.'],
    ],
    [
      'a line break as one, two as a new paragraph',
      '<p>One line,<br>another line.<br><br>A paragraph, she said.</p>',
      ['One line,\nanother line.', 'A paragraph, she said.'],
    ],
    [
      'words in an element whose class sounds like furniture',
      '<p><span class="dateline">PORT ELLERY</span> — It rained, <em class="credit">he</em> said.</p>',
      ['PORT ELLERY — It rained, he said.'],
    ],
    [
      'a no-break space, and other spaces as one',
      '<p>It cost £4\u00a0million,\n   she   said.</p>',
      ['It cost £4\u00a0million, she said.'],
    ],
    [
      'a table by rows',
      '<table><tr><th>Year</th><th>Loss</th></tr><tr><td>2025</td><td>4m</td></tr></table>',
      ['Year\tLoss', '2025\t4m'],
    ],
  ])('keep %s', (_name, markup, expected) => {
    const { text } = articleOf(read(page(`<article>${FILLER}${markup}${FILLER}</article>`)))
    expect(text.split('\n\n').slice(6, -6)).toEqual(expected)
  })

  it.each([
    ['a hidden paragraph', '<p hidden>He said it was secret.</p><p style="display: none">So did she, she said.</p>'],
    ['words for screen readers', '<p class="sr-only">Opens in a new window, it says.</p>'],
    ['a caption without figure', '<div class="image-caption"><p>The wall in March, seen from the pier.</p></div>'],
    ['an image credit', '<p class="photo-credit">Photograph: Lena Ostrow for the Courier.</p>'],
    ['a line that leads away', '<p><strong>Read more:</strong> <a href="/x">Why the wall will fall</a></p>'],
    ['the same without a mark', '<p>RELATED: <a href="/x">Why the wall will fall</a></p>'],
    [
      'a list of links',
      '<ul><li><a href="/1">Why the wall will fall</a></li><li><a href="/2">Ferry fares rise</a></li></ul>',
    ],
    [
      'a pull quote',
      '<blockquote class="big-quote">the quay, the wall and the ferry are all as they were</blockquote>',
    ],
    ['scripts and styles', '<script>document.write("<p>He said so.</p>")</script><style>p { color: red }</style>'],
    ['a form', '<form><p>Enter your address, and we will write to you.</p><input></form>'],
    ['what only shows without scripts', '<noscript><p>Turn on JavaScript, the page said.</p></noscript>'],
    ['comments and processing instructions', '<!-- <p>Draft, he said.</p> --><?php echo "said"; ?>'],
  ])('leave out %s', (_name, markup) => {
    const { text } = articleOf(read(page(`<article>${FILLER}${markup}${FILLER}</article>`)))
    expect(text.split('\n\n')).toHaveLength(12)
  })

  it('keep everything of an article whose container is named like furniture', () => {
    const { text } = articleOf(read(page(`<div class="share-enabled related" id="comments">${FILLER}</div>`)))
    expect(text.split('\n\n')).toHaveLength(6)
  })

  it('decode what the page declares, and UTF-8 when the declaration is wrong', () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'
    const latin2 = Buffer.from(page(`<article>${FILLER}<p>\u00a3odz was calm, he said.</p></article>`, head), 'latin1')
    expect(articleOf(read(latin2))).toMatchObject({ decodedAs: 'iso-8859-2' })
    expect(articleOf(read(latin2)).text).toContain('Łodz was calm')
    const utf8 = page(`<article>${FILLER}<p>“Ja”, he said.</p></article>`, '<meta charset="no-such-thing">')
    expect(articleOf(read(utf8)).text).toContain('“Ja”, he said.')
  })

  it('survive broken linked data, and take no start page for the address of an article', () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle", </script>
      <script type="application/ld+json">[{"@type": ["Thing", "NewsArticle"], "headline": "A wall", "author": "Ann Lee", "__proto__": {"x": 1}}, null, 7]</script>
      <link rel="canonical" href="https://courier.example/">`
    const article = articleOf(read(page(`<article>${FILLER}</article>`, head)))
    expect(article).toMatchObject({ title: 'A wall', byline: 'Ann Lee', uri: 'page.html' })
  })

  // Readability's time grows with the cube of the depth: what takes a second would take a minute.
  it('give their paragraphs however deep they stand in boxes', () => {
    const deep = `${'<div>'.repeat(400)}<p>Deep down the ferry is as it was.</p>${'</div>'.repeat(400)}`
    const { text } = articleOf(read(page(`<article>${FILLER}${deep.repeat(10)}</article>`)))
    expect(text).toContain('Paragraph 5 says')
    expect(text).toContain('Deep down the ferry is as it was.')
  })

  it('keep the words around preformatted spaces, however many', () => {
    const quoted = `<pre>\nOne${' '.repeat(300_000)}two${'\n'.repeat(300_000)}three \n</pre>`
    const spaced = `<p>One${'<b> </b>'.repeat(10_000)}two.</p>`
    const { text } = articleOf(read(page(`<article>${FILLER}${quoted}${FILLER}${spaced}</article>`)))
    expect(text).toMatch(/\n\nOne {300000}two\n{300000}three\n\n/)
    expect(text).toContain('One two.')
  })

  it.each([
    ['before the page', (comments: string) => `${comments}${page(`<article>${FILLER}</article>`)}`],
    ['in its text', (comments: string) => page(`<article>${FILLER}${comments}</article>`)],
    ['after it', (comments: string) => `${page(`<article>${FILLER}</article>`)}${comments}`],
  ])('are read however many comments stand %s, for these are no elements', (_, withComments) => {
    const bare = articleOf(read(withComments('')))
    for (const comment of ['<!-- a -->', '<!---->'])
      expect(articleOf(read(withComments(comment.repeat(200_000)), { maxElements: 100 })).text).toBe(bare.text)
  })

  it('give the words around comments in order, as browsers show them', () => {
    const shown = fc.array(fc.constantFrom('ferry', ' ', '<b>quay</b>', '<br>', '</p><p>'))
    fc.assert(
      fc.property(fc.array(fc.tuple(shown, fc.constantFrom('<!-- a -->', '<!---->', '<!x>', '</?>'))), parts => {
        const [bare, commented] = ['', null].map(none =>
          page(
            `<article>${FILLER}<p>${parts.map(([words, comment]) => words.join('') + (none ?? comment)).join('')}</p></article>`,
          ),
        )
        expect(articleOf(read(commented as string)).text).toBe(articleOf(read(bare as string)).text)
      }),
      { numRuns: proofSize(50, 1_000) },
    )
  })

  it('end as failures when they are built to cost too much', () => {
    const kind = (markup: string, limits: Partial<ReadLimits> = {}) => {
      try {
        return read(markup, limits).outcome
      } catch (error) {
        return (error as { kind?: string }).kind
      }
    }
    expect(kind('<div>'.repeat(100_000))).toBe('too-deep')
    expect(kind('<p>x</p>'.repeat(200_000))).toBe('too-complex')
    expect(kind('< '.repeat(600_000))).toBe('too-complex')
    // Each paragraph repeats all the formatting that was left open before it.
    const open = Array.from({ length: 300 }, (_, index) => `<font size="${index}">`).join('')
    expect(kind(`<p>${open}${'<p>x'.repeat(20_000)}`)).toBe('too-complex')
    const few = Array.from({ length: 60 }, (_, index) => `<font size="${index}">`).join('')
    expect(kind(`<p>${few}${'<p>x'.repeat(100)}`)).toBe('too-complex')
    // No machine parses this in a millisecond.
    const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}`).join(' ')
    expect(kind(`<p ${attributes}>`, { timeoutMs: 1 })).toBe('timeout')
    expect(kind('\x00\x01\x02\x03'.repeat(2000))).toBe('not-text')
  })
})
