import { describe, expect, it } from 'vitest'
import { FIRST, pastedPage as page, SECOND, TITLE } from '../../../../test/support/pasted-page.ts'
import { readPaste } from '../read-paste.ts'

const WITHOUT = page({})

const pure = (text: string) => readPaste(text).text.trimEnd()

describe('above the article', () => {
  it.each([
    ['By Jo Marsh', { byline: ['Jo Marsh'] }],
    ['BY JO MARSH', { byline: ['JO MARSH'] }],
    ['By Jo Marsh and Ada Roe', { byline: ['Jo Marsh', 'Ada Roe'] }],
    ['By Jo Marsh, Ada Roe & Bo van der Berg', { byline: ['Jo Marsh', 'Ada Roe', 'Bo van der Berg'] }],
    ['By Jo Marsh, Political correspondent', { byline: ['Jo Marsh'] }],
    ['By Jo Marsh Political editor', { byline: ['Jo Marsh'] }],
    ['By Jo Marsh, The Orrin Echo', { byline: ['Jo Marsh'], publisher: 'The Orrin Echo' }],
    ['By Jo Marsh in Kyiv', { byline: ['Jo Marsh'] }],
    ['By Jo Marsh for The Orrin Echo', { byline: ['Jo Marsh'], publisher: 'The Orrin Echo' }],
    ['By Séamus Ó Briain, Chief reporter, Cork', { byline: ['Séamus Ó Briain'] }],
    ['Story by Jo Marsh', { byline: ['Jo Marsh'] }],
    ['Words: Jo Marsh', { byline: ['Jo Marsh'] }],
    ['Written by J. P. O’Hara', { byline: ['J. P. O’Hara'] }],
    ['By Reuters', { byline: ['Reuters'] }],
    ['By Associated Press', { byline: ['Associated Press'] }],
    ['Jo Marsh, Political correspondent', { byline: ['Jo Marsh'] }],
    ['Jo Marsh\nPolitical correspondent', { byline: ['Jo Marsh'] }],
    ['Jo Marsh\nOrrin News, Leeds', { byline: ['Jo Marsh'], publisher: 'Orrin News' }],
    ['Jo Marsh in Kyiv\n\nMon 4 May 2026 14.05 BST', { byline: ['Jo Marsh'] }],
    ['Jo Marsh\n4 May 2026', { byline: ['Jo Marsh'], published: '4 May 2026' }],
    ['By Jo Marsh | 4 May 2026', { byline: ['Jo Marsh'], published: '4 May 2026' }],
    ['Jo Marsh • May 4, 2026 • 5 min read', { byline: ['Jo Marsh'], published: 'May 4, 2026' }],
    ['By Jo Marsh, published 4 May 2026', { byline: ['Jo Marsh'], published: '4 May 2026' }],
  ])('reads a byline: %j', (head, told) => {
    const read = readPaste(page({ head }))
    expect(read).toMatchObject({ ...told, title: TITLE, origins: { byline: 'byline line' } })
    expect(read.text).toBe(WITHOUT)
  })

  it.each([
    ['3 May 2026', { published: '3 May 2026' }],
    ['May 3, 20267:30 AM UTCUpdated 3 hours ago', { published: 'May 3, 2026 7:30 AM UTC' }],
    ['Sunday, May 3, 2026', { published: 'Sunday, May 3, 2026' }],
    ['2026-05-03', { published: '2026-05-03' }],
    ['Published 3 May 2026', { published: '3 May 2026' }],
    ['Published: Sunday 3rd May, 2026', { published: 'Sunday 3rd May, 2026' }],
    ['Last updated 4 May 2026', { published: null, modified: '4 May 2026' }],
    ['Published 3 May 2026 | Updated 4 May 2026', { published: '3 May 2026', modified: '4 May 2026' }],
    ['First published on 3 May 2026\nLast modified on 4 May 2026', { published: '3 May 2026', modified: '4 May 2026' }],
    ['The Orrin Echo | 3 May 2026', { published: '3 May 2026', publisher: 'The Orrin Echo' }],
  ])('reads a date line: %j', (head, told) => {
    expect(readPaste(page({ head }))).toMatchObject({ ...told, text: WITHOUT, title: TITLE })
  })

  it('reads the day of a date line with a time, at least', () => {
    const { published, modified, text } = readPaste(
      page({ head: 'Published 3 May 2026 14:05 BST\nUpdated at 9.10pm on May 4, 2026' }),
    )
    expect(published).toMatch(/^(?:2026-05-03|3 May 2026)/)
    expect(modified).toMatch(/2026/)
    expect(text).toBe(WITHOUT)
  })

  it.each([
    'Published\n3 hours ago',
    'By Jo Marsh\nMay 4, 20269:12 AM GMT+1Updated 2 hours ago',
    '3 May 2026 14:05 by Jo Marsh',
    'Share full article\n\n23',
    'Jo Marsh\n\nMon May 04 2026 - 17:01',
    'Jo Marsh North of England correspondent',
    'By JO MARSH FOR THE ORRIN ECHO',
    'By Jo Marsh\nReporting from Orrin\nMay 4, 2026',
    '**By Jo Marsh** | *4 May 2026*',
    'Updated 14.05 GMT',
    'By Jo Marsh\n2 hours ago',
    'Share\nSave',
    'Share',
    'Listen (5 min)',
    '5 min read',
    'Facebook Twitter WhatsApp',
    'Comments (23)',
    'Image source, Getty Images\nImage caption, The quay has been shut to cars since 1994.',
    'Photograph: Jo Marsh/The Orrin Echo',
    'We use cookies to improve your experience of this site.',
    'Advertisement',
  ])('leaves out: %j', head => {
    expect(readPaste(page({ head }))).toMatchObject({ text: WITHOUT, title: TITLE })
  })

  it.each([
    'Skip to content',
    'Skip to main content\nMenu\nHome News Sport',
    'Home > News > Orrin',
    'Menu\n\nSearch\n\nSign in',
    'Advertisement\n\nSubscribe\nLog in',
  ])('leaves out what stands above the title: %j', nav => {
    expect(readPaste(`${nav}\n\n${WITHOUT}`)).toMatchObject({ text: WITHOUT, title: TITLE })
  })

  it.each([
    'BC-Orrin-Quay, 2nd Ld-Writethru',
    'Eds: Updates with quotes from harbour master.',
    'EMBARGOED UNTIL 00.01 MONDAY 4 MAY',
    'FOR IMMEDIATE RELEASE',
    '(AP)',
  ])('leaves out what a wire writes above: %j', header => {
    expect(pure(`${header}\n${TITLE}\n\n${FIRST}\n\n${SECOND}\n`)).toBe(`${TITLE}\n\n${FIRST}\n\n${SECOND}`)
  })

  it('takes the outlet for the title no more when a byline shows what it is', () => {
    expect(readPaste(`The Orrin Echo\n\n${page({ head: 'By Jo Marsh' })}`)).toMatchObject({
      text: WITHOUT,
      title: TITLE,
      publisher: 'The Orrin Echo',
      origins: { publisher: 'outlet line' },
    })
    expect(readPaste(`The Orrin Echo\n\n${FIRST}\n`).title).toBe('The Orrin Echo')
  })

  it('takes a section above the title for one when a byline shows where the article begins', () => {
    const text = page({ head: 'By Jo Marsh' })
    expect(readPaste(`World\n\n${text}`)).toMatchObject({ title: TITLE, section: 'World', text: WITHOUT })
    expect(readPaste(`Weather\n\n${FIRST}\n`)).toMatchObject({ title: 'Weather', leftOut: [] })
  })

  it('reads fields below the title', () => {
    const fields = 'The Orrin Echo\nMay 4, 2026 Monday\n\nSection: NEWS; Pg. 4\nLength: 612 words\nByline: Jo Marsh'
    expect(readPaste(page({ head: fields, tail: 'Load-Date: May 4, 2026\n\nEnd of Document' }))).toMatchObject({
      title: TITLE,
      publisher: 'The Orrin Echo',
      section: 'NEWS',
      byline: 'Jo Marsh',
    })
  })

  it('looks below a summary', () => {
    const summary = 'Islanders fear for their shops as the harbour asks for more.'
    const text = `${TITLE}\n\n${summary}\n\nBy Jo Marsh\n3 May 2026\n\nShare\n\n${FIRST}\n\n${SECOND}\n`
    expect(readPaste(text)).toMatchObject({
      text: `${TITLE}\n\n${summary}\n\n${FIRST}\n\n${SECOND}\n`,
      byline: ['Jo Marsh'],
      published: '3 May 2026',
    })
  })

  it.each(['Who pays for the quay?', 'Quay closed.', 'Orrin: “No more!”'])(
    'knows the title above a byline: %j',
    title => {
      expect(readPaste(`${title}\nBy Jo Marsh\n${FIRST}\n${SECOND}\n`)).toMatchObject({
        title,
        text: `${title}\n\n${FIRST}\n${SECOND}\n`,
      })
      expect(readPaste(`${title}\n\n${FIRST}\n`).title).toBeNull()
    },
  )

  it('reads a block of fields and keeps the title in the text', () => {
    const text = `Headline: Holm: ‘No more money’\nByline: By Jo Marsh\nDate: 3 May 2026\nSection: Local\nLength: 612 words\n\n${FIRST}\n`
    expect(readPaste(text)).toMatchObject({
      text: `Holm: ‘No more money’\n\n${FIRST}\n`,
      title: 'Holm: ‘No more money’',
      byline: 'Jo Marsh',
      published: '3 May 2026',
      section: 'Local',
      origins: { title: 'field "Headline"', byline: 'field "Byline"', publishedAt: 'field "Date"' },
    })
  })

  it.each([
    'By a staff reporter in Orrin',
    'By Monday the water had gone',
    'By Land and Sea',
    'By popular demand',
    'Special Correspondent',
    'What the harbour knew',
    'Orrin 2-14\nSelby 1-15',
    'ORRIN — ',
    'ORRIN, 3 May 2026',
    'The vote of 3 May 2026',
    'Key points',
    'Words fail',
    'Story so far',
    'Hedda Frost',
    'News',
  ])('keeps: %j', head => {
    const text = page({ head })
    expect(readPaste(text)).toMatchObject({ text, byline: null, published: null, leftOut: [] })
  })

  it('takes the address above an article for its own', () => {
    const address = 'https://echo.example/news/quay'
    expect(readPaste(`${address}\n\n${WITHOUT}`)).toMatchObject({
      text: WITHOUT,
      title: TITLE,
      uri: address,
      origins: { uri: 'address line' },
    })
  })

  it('keeps the days of a chronicle', () => {
    const text = `${TITLE}\n\n3 May 2026\n\n${FIRST}\n\n10 May 2026\n\n${SECOND}\n`
    expect(readPaste(text)).toMatchObject({ text, published: null })
  })
})
