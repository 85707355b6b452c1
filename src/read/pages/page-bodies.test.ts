import { describe, expect, it } from 'vitest'
import { article, each, page, read, STORY } from '../../../test/support/pages/weir-page.ts'

describe('all paragraphs are read', () => {
  it.each([
    ['each of a class named like furniture', each(text => `<p class="paywall">${text}</p>`)],
    [
      'only the later ones so named',
      each((text, i) => (i === 0 ? `<p>${text}</p>` : `<p class="read-more-hidden paywall">${text}</p>`)),
    ],
    ['in a widget', `<div class="text-widget widget">${each(text => `<p>${text}</p>`)}</div>`],
    ['each in a widget of its own', each(text => `<div class="story-widget"><div><p>${text}</p></div></div>`)],
    ['below a header', `<div class="header breaking-news">${each(text => `<p>${text}</p>`)}</div>`],
    ['in div', each(text => `<div class="line">${text}</div>`)],
    ['in div and span', each(text => `<div><div class="x1"><span>${text}</span></div></div>`)],
    ['between line breaks', `<div>${STORY.join('<br><br>')}</div>`],
    ['all link', each(text => `<p><a href="/x">${text}</a></p>`)],
    ['all bold', each(text => `<p><strong>${text}</strong></p>`)],
    ['hidden from screen readers only', each(text => `<p aria-hidden="true">${text}</p>`)],
    ['in sections', each((text, i) => `<section id="part-${i}"><p>${text}</p></section>`)],
    ['in table cells', `<table><tr><td>${each(text => `<p>${text}</p>`)}</td></tr></table>`],
    ['in a list', `<ol>${each(text => `<li>${text}</li>`)}</ol>`],
    ['in a box named after its grid', `<div class="sidebar-grid">${each(text => `<p>${text}</p>`)}</div>`],
    [
      'in entries of a live blog',
      each((text, i) => `<div class="entry" id="entry-${i}"><div><p>${text}</p></div></div>`),
    ],
  ])('%s', (_name, body) => {
    expect(read(article(body)).paragraphs).toEqual(STORY)
  })

  it('of an article with only one', () => {
    expect(read(article(`<p>${STORY[0]}</p>`)).paragraphs).toEqual([STORY[0]])
  })

  it.each([
    ['a short sentence', '<article><h1>Gate</h1><p>“Yes,” he said.</p></article>', '“Yes,” he said.'],
    [
      'preformatted text with lines below its last sentence',
      `<main><pre>${STORY.join('\n\n')}\n\n  Tarn Post    [Page 1]</pre></main>`,
      `${STORY.join('\n\n')}\n\n  Tarn Post    [Page 1]`,
    ],
    [
      'a long paragraph that ends without a mark',
      `<article><p>${STORY[0]} ${STORY[1]} The rest is rain</p></article>`,
      `${STORY[0]} ${STORY[1]} The rest is rain`,
    ],
  ])('of one that is %s', (_name, body, text) => {
    expect(read(page(body)).paragraphs.join('\n\n')).toBe(text)
  })

  it('of an interview in a list of terms', () => {
    const body = `<dl>${STORY.map((text, i) => `<dt>Why now, ${i}?</dt><dd>${text}</dd>`).join('')}</dl>`
    expect(read(article(body)).paragraphs).toEqual(STORY.flatMap((text, i) => [`Why now, ${i}?`, text]))
  })

  it('of an interview whose answers stand below portraits', () => {
    const body = STORY.map((text, i) => `<p><img src="${i}.jpg"></p><p><b>Why now, ${i}</b></p><p>${text}</p>`).join('')
    expect(read(article(body)).paragraphs).toEqual(STORY.flatMap((text, i) => [`Why now, ${i}`, text]))
  })

  it('of a gallery, whose captions are its text, without their credits', () => {
    const figures = STORY.map(
      (text, i) =>
        `<figure><img src="${i}.jpg"><figcaption><p>${text}</p><p>Photograph: Ines Holt/Tarn Post</p></figcaption></figure>`,
    ).join('')
    expect(read(article(`<p>The weir in four pictures.</p>${figures}`)).paragraphs).toEqual([
      'The weir in four pictures.',
      ...STORY,
    ])
  })

  it('of entries of a live blog with their headings, without their times', () => {
    const posts = STORY.map(
      (text, i) =>
        `<article class="post"><time>1${i}:05</time><h3>Gate ${i} opens at last</h3><p>${text}</p></article>`,
    ).join('')
    expect(read(page(`<main><h1>Weir to be rebuilt</h1>${posts}</main>`)).paragraphs).toEqual(
      STORY.flatMap((text, i) => [`Gate ${i} opens at last`, text]),
    )
  })

  it('of a list article in sections of its own, numbered', () => {
    const parts = STORY.map((text, i) => `<section><h2>${i + 1}. The gate</h2><p>${text}</p></section>`).join('')
    expect(read(article(parts)).paragraphs).toEqual(STORY.flatMap((text, i) => [`${i + 1}. The gate`, text]))
  })

  it('of a list article whose headings are links', () => {
    const parts = STORY.map(
      (text, i) => `<section><h2><a href="/gate-${i}">The gate number ${i}</a></h2><p>${text}</p></section>`,
    ).join('')
    expect(read(article(parts)).paragraphs).toEqual(STORY.flatMap((text, i) => [`The gate number ${i}`, text]))
  })

  it('with footnotes', () => {
    const notes = '<hr><ol><li>Tarn Mill was built in 1871, the trust says in its history of the valley.</li></ol>'
    expect(read(article(each(text => `<p>${text}</p>`) + notes)).paragraphs).toEqual([
      ...STORY,
      'Tarn Mill was built in 1871, the trust says in its history of the valley.',
    ])
  })

  it('with a table, a row on a line', () => {
    const table =
      '<table><tr><th>Gate</th><th>Cost</th></tr><tr><td>East</td><td>2 million</td></tr><tr><td>West</td><td>3 million</td></tr></table>'
    expect(read(article(`<p>${STORY[0]}</p>${table}${each(text => `<p>${text}</p>`)}`)).paragraphs).toContain(
      'East\t2 million',
    )
  })

  it('of an interview with bold questions', () => {
    const body = STORY.map((text, i) => `<p><b>Why now, ${i}?</b></p><p>${text}</p>`).join('')
    expect(read(article(body)).paragraphs).toEqual(STORY.flatMap((text, i) => [`Why now, ${i}?`, text]))
  })

  it('with the standfirst that stands between headline and text', () => {
    const standfirst = 'A gate that failed twice last winter goes, at a cost of four million pounds.'
    const body = `<div class="top"><h1>Weir to be rebuilt</h1><p>${standfirst}</p></div><div class="main">${each(text => `<p>${text}</p>`)}</div>`
    expect(read(page(body)).paragraphs).toEqual([standfirst, ...STORY])
  })

  it('with lines of a poem, which stay lines', () => {
    const body = `${each(text => `<p>${text}</p>`)}<p>The river came<br>the river went</p><p>${STORY[0]}</p>`
    expect(read(article(body)).paragraphs).toContain('The river came\nthe river went')
  })
})

describe('where a page shows next to nothing', () => {
  const linked = (body: string, type = 'NewsArticle') =>
    `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebPage' }, { '@type': type, headline: 'Weir to be rebuilt', articleBody: body }] })}</script>`

  it('its linked data is the text, with a warning', () => {
    const shell = page('<div id="app"></div>', linked(STORY.join('\n\n')))
    expect(read(shell)).toMatchObject({
      paragraphs: STORY,
      warnings: ['its text is that of the page’s linked data: the page shows less of it'],
    })
  })

  it('its linked data is the text also beside a notice, and markup in it is none', () => {
    const notice =
      '<section><p>We use cookies to remember your choices on this site.</p><p>Please choose what we may store about you on your device.</p></section>'
    const shell = page(notice, linked(STORY.map(text => `<p>${text}</p>`).join('')))
    expect(read(shell).paragraphs).toEqual(STORY)
  })

  it('its linked data is the text also where its markup is escaped', () => {
    const escaped = STORY.map(text => `&lt;p&gt;${text}&lt;/p&gt;`).join('')
    expect(read(page('<div id="app"></div>', linked(escaped))).paragraphs).toEqual(STORY)
  })

  it('what is for readers without scripts is the text', () => {
    expect(read(page(`<div id="app"></div><noscript>${each(text => `<p>${text}</p>`)}</noscript>`)).paragraphs).toEqual(
      STORY,
    )
  })
})

describe('where a page shows its text', () => {
  it('linked data that says the same changes nothing', () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: STORY.join(' ') })}</script>`
    expect(read(page(`<article>${each(text => `<p>${text}</p>`)}</article>`, head))).toMatchObject({
      paragraphs: STORY,
      warnings: [],
    })
  })

  it('linked data tells that a box is of the article', () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: STORY.join(' ') })}</script>`
    const body = each((text, i) => (i === 2 ? `<div class="promo"><p>${text}</p></div>` : `<p>${text}</p>`))
    expect(read(page(`<article>${body}</article>`, head))).toMatchObject({ paragraphs: STORY, warnings: [] })
  })

  it('and linked data has another and shorter one, the page is believed, with a warning', () => {
    const other = `${STORY[0]} ${'The trust will answer questions in the village hall on Friday evening from seven.'} ${STORY[1]}`
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: other })}</script>`
    expect(read(page(`<article>${each(text => `<p>${text}</p>`)}</article>`, head))).toMatchObject({
      paragraphs: STORY,
      warnings: ['the page’s linked data has text that the page does not show'],
    })
  })

  it('linked data nested a hundred thousand deep costs nothing', () => {
    const head = `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`
    expect(read(page(`<article>${each(text => `<p>${text}</p>`)}</article>`, head)).paragraphs).toEqual(STORY)
  })
})

describe('left out is', () => {
  const around = (markup: string) =>
    article(`<p>${STORY[0]}</p><p>${STORY[1]}</p>${markup}<p>${STORY[2]}</p><p>${STORY[3]}</p>`)

  it.each([
    [
      'a box for subscribers',
      '<section class="wall"><h3>Subscribe to read on</h3><p>Get unlimited digital access to all our articles.</p><ul><li>Crosswords every day.</li></ul><p>Sign in to continue reading.</p></section>',
    ],
    ['an invitation to a newsletter', '<p>Sign up for our weekly newsletter and get the river in your inbox.</p>'],
    ['an invitation to follow', '<p>Follow the Tarn Post on Facebook and Instagram.</p>'],
    ['a notice on cookies', '<div><p>We use cookies to make this site work.</p></div>'],
    ['a notice on commissions', '<p>This post may contain affiliate links.</p>'],
    [
      'other articles under a heading',
      '<div><h3>More on this story</h3><ul><li><a href="/1">Gate fails again</a></li><li><a href="/2">Trust names new head</a></li></ul></div>',
    ],
    ['a headline that leads away', '<p><a href="/1">Gate at Tarn Mill fails for the second time</a></p>'],
    ['a time stamp', '<p>Last updated 4 hours ago</p><p>Published March 3, 2026</p>'],
    ['a credit', '<p>Photograph: Ines Holt/Tarn Post</p>'],
    [
      'a box about the author',
      '<div class="author-box"><p>Lars Venn has written about rivers for ten years.</p></div>',
    ],
    [
      'comments',
      '<div class="comments"><div class="comment"><p>I have seen this weir fail with my own eyes.</p></div></div>',
    ],
    [
      'what syndication adds',
      '<p>The post <a href="/w">Weir to be rebuilt</a> appeared first on <a href="/">Tarn Post</a>.</p>',
    ],
  ])('%s', (_name, markup) => {
    expect(read(around(markup)).paragraphs).toEqual(STORY)
  })

  it.each([
    ['who subscribe', '<p>The trust hopes that more farmers will subscribe to its warnings, she said.</p>'],
    ['who follow a river', '<p>Follow the river north and you reach the mill, she told the council.</p>'],
    ['an account', '<p>Login data of forty members was stolen from our newsletter list, the trust said.</p>'],
    ['a date', '<p>On March 3, 2026 the gate failed for the second time, the trust said.</p>'],
    ['privacy', '<p>The council said that the law on cookies and privacy would be changed next year.</p>'],
    ['a photograph', '<p>The photograph was taken by a neighbour who watched the gate go.</p>'],
  ])('but no sentence about %s', (_name, markup) => {
    expect(read(around(markup)).paragraphs).toHaveLength(STORY.length + 1)
  })
})

describe('of a page with', () => {
  const long = (n: number) =>
    Array.from(
      { length: n },
      (_, i) => `<p>Number ${i} of the neighbours has seen this weir fail before, and told the paper so.</p>`,
    ).join('')

  it.each([
    ['a thread of comments longer than its article', `<div id="comments">${long(40)}</div>`],
    ['a notice on consent longer than its article', `<div class="cookie-modal">${long(40)}</div>`],
    ['a longer list of other articles', `<aside>${long(40)}</aside>`],
  ])('%s only the article is read', (_name, markup) => {
    const own = `<article><h1>Weir to be rebuilt</h1>${each(text => `<p>${text}</p>`)}</article>`
    expect(read(page(own + markup)).paragraphs).toEqual(STORY)
    expect(read(page(markup + own)).paragraphs).toEqual(STORY)
  })

  it.each([
    ['article elements', (html: string) => `<article>${html}</article>`],
    ['boxes of a class', (html: string) => `<div class="story-full">${html}</div>`],
  ])('further articles in %s only the first is read', (_name, wrap) => {
    const next = `<h1>Ferry sails again after a month</h1>${long(8)}`
    const own = `<h1>Weir to be rebuilt</h1>${each(text => `<p>${text}</p>`)}`
    expect(read(page(`<main>${wrap(own)}${wrap(next)}${wrap(next)}</main>`)).paragraphs).toEqual(STORY)
  })

  it('sections that each have a first headline all of them are read', () => {
    const parts = STORY.map(
      (text, i) => `<section class="part"><h1>Part ${i}</h1><p>${text} ${text} ${text}</p></section>`,
    )
    expect(read(article(parts.join(''))).paragraphs.filter(text => text.length > 100)).toHaveLength(STORY.length)
  })
})
