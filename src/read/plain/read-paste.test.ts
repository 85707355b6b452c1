import { describe, expect, it } from 'vitest'
import { FIRST, pastedPage as page, SECOND, THIRD, TITLE } from '../../../test/support/pasted-page.ts'
import { readPaste } from './read-paste.ts'

const WITHOUT = page({})

const reasonsOf = (text: string) => readPaste(text).leftOut.map(({ reason }) => reason)
const pure = (text: string) => readPaste(text).text.trimEnd()

describe('a mail that was pasted', () => {
  const HEADER =
    'From: The Echo <news@echo.example>\nDate: Tue, 10 Feb 2026 07:41:00 +0000\nSubject: Fwd: Old baths to close\nTo: <a@b.example>'
  const MARK = '---------- Forwarded message ---------'

  it.each([
    ['Gmail’s', `${MARK}\n${HEADER}`],
    ['Apple’s', `Begin forwarded message:\n\n${HEADER}`],
    ['a bare one', HEADER],
  ])('leaves out its header whole and reads it: %s', (_name, header) => {
    const paste = readPaste(`${header}\n\n${WITHOUT}`)
    expect(paste.leftOut).toEqual([{ reason: 'header of a forwarded mail', text: header }])
    expect(paste.text).toBe(WITHOUT)
    expect(paste).toMatchObject({
      title: 'Old baths to close',
      byline: 'The Echo',
      published: 'Tue, 10 Feb 2026 07:41:00 +0000',
    })
  })

  it('takes no letter in an article for one, nor an address for a name', () => {
    const letter = `To: Hedda Frost\nSubject: The quay\n\n${WITHOUT}`
    expect(readPaste(letter).text).toBe(letter)
    const below = `${FIRST}\n\n${HEADER}\n\n${SECOND}`
    expect(readPaste(below).text).toContain('Subject: Fwd: Old baths to close')
    expect(
      readPaste(`${HEADER.replace('The Echo <news@echo.example>', 'news@echo.example')}\n\n${WITHOUT}`).byline,
    ).toBeNull()
  })
})

describe('between paragraphs', () => {
  it.each([
    ['advertisement', 'Advertisement'],
    ['advertisement', 'ADVERTISEMENT - CONTINUE READING BELOW'],
    ['advertisement', 'Story continues below advertisement'],
    ['related link', 'READ MORE: Ferry fares to double'],
    ['related link', 'Related: How the levy works'],
    ['related link', '[Read more: How the levy works](https://orrin.example/levy)'],
    ['skipped box', 'skip past newsletter promotion\nOne More Thing\nEvery day\nafter newsletter promotion'],
    ['related links', 'RELATED\nFerry fares to double\nHow the levy works'],
    ['related links', 'Related\n\nWhat the levy means for you'],
    ['share line', 'Share'],
    ['share line', 'Share this article'],
    ['newsletter box', 'Sign up to our daily newsletter'],
    ['image caption', 'Image caption, The quay has been shut to cars since 1994.'],
    ['image caption', 'Image caption,\nThe quay has been shut to cars since 1994.'],
    ['image caption', 'Image source,\nJo Marsh\nImage caption,\nThe quay on Sunday'],
    ['image caption', 'The quay at Orrin on Sunday. (AP Photo/Jo Marsh)'],
    ['picture credit', 'Getty Images'],
    ['cookie notice', 'This site uses cookies to improve your experience and measure traffic.'],
    ['follow line', 'Follow us on X'],
  ])('leaves out as %s: %j', (reason, line) => {
    expect(reasonsOf(page({ second: line }))).toEqual([reason])
    expect(pure(page({ second: line }))).toBe(WITHOUT)
  })

  it('keeps paragraphs apart, with the line breaks that are there', () => {
    expect(readPaste(`${FIRST}\r\n\r\nAdvertisement\r\n\r\n${SECOND}`).text).toBe(`${FIRST}\r\n\r\n${SECOND}`)
    expect(readPaste(`${FIRST}\nAdvertisement\n${SECOND}\n`).text).toBe(`${FIRST}\n\n${SECOND}\n`)
    expect(readPaste(`${FIRST}\r\nRELATED\r\nDog elected\r\n\r\n${SECOND}`).text).toBe(`${FIRST}\r\n\r\n${SECOND}`)
    expect(readPaste(`${FIRST}\nAdvertisement\nShare this article\n\n${SECOND}`).text).toBe(`${FIRST}\n\n${SECOND}`)
  })

  it.each([
    'By Monday 400 people had signed a petition that Jo Marsh started.',
    'Share prices fell on Monday',
    'Advertisement spending rose, the harbour said.',
    'Related parties said they would not comment.',
    '“Read more,” she said.',
    'Sign Olsen, a reader, denied it.',
    'Save',
    'Listen',
    'Published authors stayed away.',
    'Comments',
    'Related',
    'Most read',
    'By Jo Marsh',
    '3 May 2026',
    'Updated 3 May 2026',
    'Editor’s note',
    'MORE: I did not say so.',
    '• Harbour master: “We cannot wait.”',
    'THE HARBOUR',
    'THIS IS NO ADVERTISEMENT',
    'Image of a town',
    '* * *',
    '4.55pm',
  ])('keeps: %j', line => {
    const text = page({ second: line })
    expect(readPaste(text)).toMatchObject({ text, leftOut: [] })
  })

  it('keeps a line of a wrapped paragraph that looks like a form', () => {
    const text = `${TITLE}\n\nThousands of people were told on Thursday to leave their homes, and\nShare\nprices fell by a third before noon, after which nobody would say any\nAdvertisement\nfor the town was ever\nwithdrawn.\n`
    expect(readPaste(text).text).toBe(text)
  })

  it('keeps the headings of a list, of which one is a button elsewhere', () => {
    const text = `${TITLE}\n\n${FIRST}\n\nShare\n\n${SECOND}\n\nGive\n\n${THIRD}\n`
    expect(readPaste(text).text).toBe(text)
  })

  it('keeps the heading below a list of links', () => {
    const list = 'Related\n\nFerry fares to double\n\nHow the levy works\n\nWhat comes next'
    expect(readPaste(page({ second: list })).text).toContain('What comes next')
  })
})

describe('below the article', () => {
  it.each([
    ['end mark', 'ENDS'],
    ['end mark', '-30-'],
    ['end mark', '###'],
    ['end mark', 'Ends'],
    ['legal notice', '© 2026 The Orrin Echo. All rights reserved.'],
    ['related links', 'Most read\nDog elected mayor\nFerry runs aground'],
    ['related links', 'More on this story\n\nDog elected mayor\n\nWho will pay?'],
    ['credit line', 'Reporting by Jo Marsh; Editing by Ada Roe'],
    ['related links', 'IN THIS SECTION\n\nDog elected mayor'],
    ['author box', 'About the author\nJo Marsh covers ports for the Echo.'],
    ['author box', 'Jo Marsh is a reporter at the Echo. Follow her on X: @jomarsh'],
    ['comments', 'Comments (2)\n\nferry_fan 2 hours ago\nA disgrace, said the whole town.\nReply Report 12 likes'],
    [
      'comments',
      '2 Comments\n\nJo\n2 days ago\n\nI was told that it was safe.\n\nReply\n\nBo\n1 day ago\n\nNo.\n\nReply',
    ],
    ['comments', 'ferry_fan 2 hours ago\nThe mayor said nothing.\nReply Report 12 likes'],
    ['comments', 'Join the conversation\nLog in to comment\nferry_fan · 5h ago\nNo.'],
  ])('leaves out as %s: %j', (reason, tail) => {
    expect(reasonsOf(page({ tail }))).toEqual([reason])
    expect(pure(page({ tail }))).toBe(WITHOUT)
  })

  it('leaves out one after the other, each with its reason', () => {
    const tail =
      'ENDS\n\nShare this article\n\nJo Marsh is a reporter at the Echo. Follow her on X: @jomarsh\n\nTop stories\n\nDog elected mayor\n\nComments (1)\n\nferry_fan 2 hours ago\nNo.\nReply\n\n© 2026 The Orrin Echo. All rights reserved.'
    const read = readPaste(page({ head: 'By Jo Marsh', tail }))
    expect(read.text.trimEnd()).toBe(WITHOUT)
    expect(read.leftOut.map(({ reason }) => reason)).toEqual([
      'byline',
      'end mark',
      'share line',
      'author box',
      'related links',
      'comments',
      'legal notice',
    ])
    expect(read).toMatchObject({ publisher: 'The Orrin Echo', origins: { publisher: 'copyright line' } })
  })

  it('keeps a long thread in passages of a bounded length', () => {
    const comment = 'ferry_fan 2 hours ago\nA disgrace, said the whole town.\nReply Report 12 likes\n'
    const { leftOut } = readPaste(page({ tail: `Comments (500)\n\n${comment.repeat(500)}` }))
    expect(leftOut.every(({ reason, text }) => reason === 'comments' && text.length <= 1800)).toBe(true)
    expect(leftOut.map(({ text }) => text).join('\n')).toHaveLength(
      comment.repeat(500).length + 'Comments (500)\n\n'.length - 1,
    )
  })

  it.each([
    'Comments\n\nThe harbour master has asked for comments by June, she said.',
    'Hedda Frost is the harbour master of Orrin.',
    'Jo Marsh contributed reporting.',
    'The hearing continues.',
    'This article was amended on 4 May 2026 to correct a name.',
    'Iron quickly.\n— Bo Roe (@boroe) June 7, 2026',
  ])('keeps: %j', tail => {
    const text = page({ tail })
    expect(readPaste(text)).toMatchObject({ text, leftOut: [] })
  })
})

describe('a text', () => {
  it.each([
    ['without a paragraph', 'Advertisement\n\nShare\n\nBy Jo Marsh\n'],
    ['of one line', `${TITLE} By Jo Marsh Published 3 May 2026 Share Save ${FIRST} Advertisement ${SECOND}`],
    ['of very many lines', `Advertisement\n\n${'No.\n'.repeat(20_000)}`],
  ])('stays whole: %s', (_name, text) => {
    expect(readPaste(text)).toMatchObject({ text, leftOut: [] })
  })

  it('of a page, pasted from beginning to end, is its article', () => {
    const text = `Skip to content\nMenu\nHome News Sport\n\n${page({
      head: 'By Jo Marsh, Political correspondent\nPublished 3 May 2026\nShare\nSave\nListen (5 min)\n\nImage source, Getty Images\nImage caption, The quay has been shut to cars since 1994.',
      first: 'Advertisement',
      second: 'READ MORE: Ferry fares to double',
      tail: 'More on this story\nDog elected mayor\n\nMost read\nFerry runs aground\n\nComments (23)\nferry_fan 2 hours ago\nNo.\nReply',
    })}\n`
    expect(pure(text)).toBe(WITHOUT)
  })
})
