import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/read/limits/limits.ts'
import { readInput } from '../../src/read/read-input.ts'
import { applyChange, byteChange } from '../support/damaged-bytes.ts'
import { pdfColumn, pdfDocument } from '../support/pdf-document.ts'
import { proofSize } from '../support/proof-size.ts'
import { wordDocument, wordParagraph, wordRun } from '../support/word-document.ts'

/*
 * Documents are packed: a byte that is changed in the file damages the packing, and nothing beneath it. So each of these is also
 * damaged inside, and packed then.
 */

/** How many documents of each kind; HEARSAY_FUZZ_RUNS=10000 takes minutes more. */
const RUNS = Number(process.env.HEARSAY_FUZZ_RUNS ?? proofSize(60, 4000))

const changes = fc.array(byteChange, { minLength: 1, maxLength: 4 })
const damage = (bytes: string | Buffer) => changes.map(list => list.reduce(applyChange, Buffer.from(bytes)))

const BODY = [
  wordParagraph('The council voted.', 'Title'),
  `<w:p>${wordRun('“No,” she said.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`,
  `<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr></w:tbl>`,
  '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p/></w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>',
].join('')
const NOTES = `<w:footnote w:id="2">${wordParagraph('A note.')}</w:footnote>`
const PROPERTIES = '<dc:title>T</dc:title><dcterms:created>2026-03-04T08:00:00Z</dcterms:created>'
const WORD = wordDocument({ body: BODY, footnotes: NOTES, properties: PROPERTIES })

const CONTENT =
  'BT /F1 10 Tf 1 0 0 1 60 700 Tm (The council voted.) Tj 0 -14 Td [(It) -20 (is) 300 (so)] TJ ET q 1 0 0 1 5 5 cm Q'
const PDF = pdfDocument({
  pages: [pdfColumn(60, 700, ['The gov-', 'ernment fell.', 'She left.'])],
  info: '/Title (T) /Author (A)',
})

const MAIL = [
  'From: "Ann Lee" <a@x.example>',
  'Subject: =?utf-8?Q?Caf=C3=A9?=',
  'Date: Wed, 04 Mar 2026 09:15:00 +0100',
  'List-Unsubscribe: <https://x.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="B"',
  '',
  '--B',
  'Content-Type: multipart/alternative; boundary=C',
  '',
  '--C',
  'Content-Type: text/plain; charset=iso-8859-1; format=flowed',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'She said no.=20',
  '',
  'On Tue, Mar 3, 2026 Jon <j@x.example> wrote:',
  '> Yes.',
  '---------- Forwarded message ---------',
  'From: X <x@x.example>',
  'Date: Tue, Mar 3, 2026',
  'Subject: T',
  '',
  'He said so.',
  '-- ',
  'Ann',
  '--C',
  'Content-Type: text/html',
  '',
  '<p>She said no, and he left the room.</p>',
  '--C--',
  '--B',
  'Content-Type: message/rfc822',
  '',
  'From: b@x.example',
  '',
  'Inner.',
  '--B--',
  '',
].join('\r\n')
/** Without the page, which takes most of the time. */
const PLAIN_MAIL = MAIL.replace(/--C\r\nContent-Type: text\/html.*?(?=--C--)/s, '')
const BOX = `From a@x.example Wed Mar  4 09:15:00 2026\n${PLAIN_MAIL}\n\nFrom b@x.example Wed Mar  4 09:16:00 2026\n${PLAIN_MAIL}`

const damaged: readonly (readonly [name: string, format: string, fc.Arbitrary<Buffer>])[] = [
  [
    'Word documents',
    'docx',
    fc.oneof(
      damage(WORD),
      damage(BODY).map(body => wordDocument({ body: body.toString('utf8') })),
      damage(NOTES).map(footnotes => wordDocument({ body: BODY, footnotes: footnotes.toString('utf8') })),
      damage(PROPERTIES).map(properties => wordDocument({ body: BODY, properties: properties.toString('utf8') })),
    ),
  ],
  [
    'PDFs',
    'pdf',
    fc.oneof(
      damage(PDF),
      damage(CONTENT).map(content => pdfDocument({ pages: [[]], content })),
    ),
  ],
  ['mails', 'eml', fc.oneof(damage(PLAIN_MAIL), damage(MAIL))],
  ['mailboxes', 'mbox', damage(BOX)],
]

async function read(bytes: Uint8Array, format: string) {
  const outcomes = []
  const limits = { ...DEFAULT_LIMITS, maxBytes: 1_000_000, timeoutMs: 30_000 }
  const options = {
    context: { limits, fields: {} },
    format,
    standardInput: Readable.from([Buffer.from(bytes)]),
    signal: new AbortController().signal,
  }
  for await (const { outcome } of readInput({ kind: 'standard-input', uri: '-' }, options)) outcomes.push(outcome)
  return outcomes
}

describe('readers of documents', () => {
  it.each(damaged)('account for damaged %s', { timeout: 900_000 }, async (_, format, inputs) => {
    await fc.assert(
      fc.asyncProperty(inputs, async bytes => {
        const outcomes = await read(bytes, format)
        expect(outcomes.length).toBeGreaterThan(0)
        for (const outcome of outcomes) {
          // A reader that threw what it should not is caught, but is a defect all the same.
          if (outcome.outcome === 'failed') expect(`${outcome.kind}: ${outcome.error}`).not.toMatch(/^throw/)
          if (outcome.outcome !== 'article') continue
          const { text, title, byline } = outcome.article
          for (const field of [text, title, byline])
            expect(field === null || (field.isWellFormed() && !field.includes('\0'))).toBe(true)
          for (const { reason, text: passage } of outcome.leftOut ?? [])
            expect(reason !== '' && passage.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
