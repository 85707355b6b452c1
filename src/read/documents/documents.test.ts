import { describe, expect, it } from 'vitest'
import { pdfColumn, pdfDocument } from '../../../test/support/pdf-document.ts'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { wordDocument, wordParagraph } from '../../../test/support/word-document.ts'

const BODY = [
  'The council of Brenn voted on Monday for the new bridge that will join its halves.',
  '“It is safe,” said Ida Holm, who built it with forty people from the valley.',
  'The first cars will cross it in the spring, she told reporters.',
]
const AROUND = [
  'Brenn votes for its bridge',
  'By Ann Lee',
  'March 4, 2026',
  ...BODY,
  'READ MORE: Orrin votes against its own',
  'Share this article',
]

const spaced = AROUND.flatMap((text, index) => pdfColumn(60, 740 - 40 * index, [text]))
const mail = `From: "The desk" <desk@x.example>\nMessage-ID: <1@x.example>\nSubject: Brenn votes for its bridge\nDate: Thu, 05 Mar 2026 09:15:00 +0100\n\n${AROUND.join('\n\n')}\n`

describe('the text of a document', () => {
  it.each([
    [
      'Word',
      wordDocument({
        body: AROUND.map(text => wordParagraph(text)).join(''),
        properties: '<dc:creator>The desk</dc:creator><dcterms:created>2026-03-05T09:15:00+01:00</dcterms:created>',
      }),
      '2026-03-04',
    ],
    [
      'PDF',
      pdfDocument({ pages: [spaced], info: '/Author (The desk) /CreationDate (D:20260305081500Z)' }),
      '2026-03-04',
    ],
    ['a mail', Buffer.from(mail), '2026-03-05T09:15:00+01:00'],
  ])(
    'is read as a pasted one is, in %s: what stands around the article is left out and says who wrote it',
    async (_, bytes, publishedAt) => {
      const [outcome] = await readStandardInput(bytes, { anyLanguage: true })
      expect(outcome).toMatchObject({
        article: { title: 'Brenn votes for its bridge', byline: 'Ann Lee', publishedAt },
      })
      if (outcome?.outcome !== 'article') return
      expect(outcome.article.text.split(/\n{2,}/)).toEqual(expect.arrayContaining(BODY))
      for (const furniture of ['READ MORE', 'Share this article', 'By Ann Lee']) {
        expect(outcome.article.text).not.toContain(furniture)
        expect(outcome.leftOut?.some(({ text }) => text.includes(furniture))).toBe(true)
      }
    },
  )
})
