import { describe, expect, it } from 'vitest'
import { article, each, page, read, STORY } from '../../../test/support/pages/weir-page.ts'

const leftOut = (html: string) => read(html).leftOut

it('leaves out below the last paragraph alone what pages end articles with', () => {
  const credit = '<p>Reporting by Lars Venn; Editing by Odile Marsh</p>'
  const story = each(text => `<p>${text}</p>`)
  expect(read(article(`${story}${credit}<p>Comments (23)</p>`)).paragraphs).toEqual(STORY)
  expect(read(article(`${credit}${story}`)).paragraphs).toHaveLength(STORY.length + 1)
})

describe('what is left out of a page is told with its reason', () => {
  const leftOutOf = (markup: string, head = '') =>
    leftOut(
      page(
        `<article><h1>Weir to be rebuilt</h1><p>${STORY[0]}</p><p>${STORY[1]}</p>${markup}<p>${STORY[2]}</p><p>${STORY[3]}</p></article>`,
        head,
      ),
    )

  it.each([
    [
      'newsletter box',
      '<div class="newsletter">The river in your inbox, every week.</div>',
      'The river in your inbox, every week.',
    ],
    [
      'invitation',
      '<p>Follow the Tarn Post on Facebook and Instagram.</p>',
      'Follow the Tarn Post on Facebook and Instagram.',
    ],
    ['share line', '<div class="share-bar">Share this on everything</div>', 'Share this on everything'],
    ['comments', '<div class="comments"><p>I saw it fail.</p><p>Me too.</p></div>', 'I saw it fail.\nMe too.'],
    ['image caption', '<figure><img src="a.jpg"><figcaption>The gate in May</figcaption></figure>', 'The gate in May'],
    ['image caption', '<p><img src="a.jpg"></p><p>The gate in May</p>', 'The gate in May'],
    ['image credit', '<p>Photograph: Ines Holt/Tarn Post</p>', 'Photograph: Ines Holt/Tarn Post'],
    [
      'author box',
      '<div class="author-box"><p>Lars Venn has written about rivers.</p></div>',
      'Lars Venn has written about rivers.',
    ],
    [
      'related links',
      '<p><a href="/1">Gate at Tarn Mill fails for the second time</a></p>',
      'Gate at Tarn Mill fails for the second time',
    ],
    ['related links', '<p>More on this story:</p>', 'More on this story:'],
    [
      'related links',
      '<div><h3><a href="/1">Gate fails a second time</a></h3><p>It was the rain.</p></div>',
      'Gate fails a second time\nIt was the rain.',
    ],
    ['time stamp', '<p>Last updated 4 hours ago</p>', 'Last updated 4 hours ago'],
    ['advertisement', '<div class="ad-slot">Buy a boat today</div>', 'Buy a boat today'],
    ['navigation', '<nav><a href="/a">Rivers</a> <a href="/b">Roads</a></nav>', 'Rivers Roads'],
    ['hidden', '<p style="display:none">The gate is for sale.</p>', 'The gate is for sale.'],
    [
      'pull quote',
      '<blockquote>Nobody downstream should sleep badly again</blockquote>',
      'Nobody downstream should sleep badly again',
    ],
    ['side box', '<aside>Four gates in a hundred years</aside>', 'Four gates in a hundred years'],
    ['notice', '<p>© Tarn Post 2026</p>', '© Tarn Post 2026'],
    [
      'navigation',
      '<div class="table-of-contents"><h2>Contents</h2><ul><li>The gate</li></ul></div>',
      'Contents The gate',
    ],
    ['invitation', '<p>Is this page useful?</p>', 'Is this page useful?'],
    ['navigation', '<div><h2>The gate</h2><span class="mw-editsection">[edit]</span></div>', '[edit]'],
    ['share line', '<p>Share on Facebook</p>', 'Share on Facebook'],
    ['picture credit', '<p>(AP Photo/Ines Holt)</p>', '(AP Photo/Ines Holt)'],
    ['image caption', '<p>FILE PHOTO: The gate in May</p>', 'FILE PHOTO: The gate in May'],
    ['advertisement', '<p>Skip advertisement</p>', 'Skip advertisement'],
  ])('%s', (reason, markup, text) => {
    expect(leftOutOf(markup)).toContainEqual({ reason, text })
  })

  it('in the order of the page, neighbours of a kind together', () => {
    const markup = '<div class="share">Share</div><div class="share">Print</div><aside>Four gates</aside>'
    expect(leftOutOf(markup)).toEqual([
      { reason: 'elsewhere on the page', text: 'Tarn Post' },
      { reason: 'share line', text: 'Share\nPrint' },
      { reason: 'side box', text: 'Four gates' },
      { reason: 'footer', text: '© Tarn Post' },
    ])
  })

  it('with what only linked data has, where the two disagree', () => {
    const more = 'The trust will answer questions in the village hall on Friday evening from seven.'
    const body = `${STORY[0]} ${more} ${STORY[1]}`
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`
    expect(leftOutOf('', head)).toContainEqual({ reason: 'only in the linked data', text: more })
  })

  it('with what the page has more than the linked data that is read for it', () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: STORY.join(' ') })}</script>`
    const teaser = 'The weir goes, and nobody at the mill is sorry to see it go this time.'
    expect(leftOut(page(`<article><p>${teaser}</p></article>`, head))).toContainEqual({
      reason: 'only shown',
      text: teaser,
    })
  })

  it('and a note on the author at the end is left out when it names who wrote', () => {
    const note = 'Lars Venn is a reporter who covers rivers for the Tarn Post.'
    const html = page(
      `<article><h1>Weir to be rebuilt</h1>${each(text => `<p>${text}</p>`)}<p>${note}</p></article>`,
      '<meta name="author" content="Lars Venn">',
    )
    expect(read(html).paragraphs).toEqual(STORY)
    expect(leftOut(html)).toContainEqual({ reason: 'author box', text: note })
  })
})
