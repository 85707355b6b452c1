import { type PdfText, pdfDocument } from '../../support/pdf-document.ts'
import { wordDocument, wordParagraph } from '../../support/word-document.ts'
import { type HostileKind, repeated } from './hostile-kind.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const times = (length: number, unit: string) => Math.max(1, Math.floor(length / unit.length))

/** One thing again and again in the body of a Word document. The length is that of the body before it is packed. */
function inBody(name: string, unit: string, before = '', after = ''): HostileKind {
  return { name, make: length => latin(wordDocument({ body: before + unit.repeat(times(length, unit)) + after })) }
}

const BOX = `<w:p><w:r><w:pict><w:txbxContent>${wordParagraph('a')}</w:txbxContent></w:pict></w:r></w:p>`

/** What only Word documents can carry. */
export const HOSTILE_DOCX: readonly HostileKind[] = [
  inBody('paragraphs', wordParagraph('a')),
  inBody('empty paragraphs', '<w:p/>'),
  inBody('runs of one paragraph', '<w:r><w:t>a</w:t></w:r>', '<w:p>', '</w:p>'),
  inBody(
    'rows of a table',
    `<w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr>`,
    '<w:tbl>',
    '</w:tbl>',
  ),
  inBody('cells of a row', `<w:tc>${wordParagraph('a')}</w:tc>`, '<w:tbl><w:tr>', '</w:tr></w:tbl>'),
  inBody('deletions', '<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:p>'),
  inBody('marks that were deleted', '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'),
  inBody('text boxes', BOX),
  inBody(
    'text boxes of one paragraph',
    '<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>',
    '<w:p>',
    '</w:p>',
  ),
  inBody('references to one note', '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:p>', '</w:p>'),
  inBody('symbols', '<w:sym w:char="F0A7"/>', '<w:p><w:r>', '</w:r></w:p>'),
]

/** Texts at places that grow with their number. */
function placed(name: string, place: (index: number) => PdfText): HostileKind {
  return {
    name,
    make: length =>
      latin(
        pdfDocument({ pages: [Array.from({ length: times(length, 'a'.repeat(40)) }, (_, index) => place(index))] }),
      ),
  }
}

/** What only PDFs can carry. */
export const HOSTILE_PDF: readonly HostileKind[] = [
  placed('pieces of one line', index => ({ text: 'ab', x: 12 * index, y: 700 })),
  placed('pieces one over the other', () => ({ text: 'ab', x: 60, y: 700 })),
  placed('lines of one column', index => ({ text: 'a few words of it', x: 60, y: -14 * index })),
  placed('lines of two columns', index => ({
    text: 'a few words of it in a line',
    x: 60 + 300 * (index % 2),
    y: -14 * Math.floor(index / 2),
  })),
  placed('lines each further right', index => ({ text: 'words of it', x: 100 * index, y: -14 * index })),
  placed('words that lines split', index => ({ text: 'govern-', x: 60, y: -14 * index })),
  placed('text on its side', index => ({ text: 'ab', x: 60, y: 12 * index, isOnItsSide: true })),
  placed('sizes of type', index => ({ text: 'ab', x: 60, y: -14 * index, size: 1 + (index % 500) })),
  {
    name: 'pages',
    make: length =>
      latin(
        pdfDocument({
          pages: Array.from({ length: Math.min(900, times(length, 'a'.repeat(400))) }, () => [
            { text: 'The Courier', x: 60, y: 780 },
          ]),
        }),
      ),
  },
]

const HEADER = 'From: Ida Holm <ida@x.example>\nSubject: Bridge\nMessage-ID: <1@x.example>\n'
const TYPED = `${HEADER}Content-Type: multipart/mixed; boundary=B\n\n`

/** What only mails can carry. */
export const HOSTILE_MAILS: readonly HostileKind[] = [
  repeated('header lines', 'X-A: b\n', HEADER, '\nYes.'),
  repeated('lines of one header', ' b\n', `${HEADER}X-A: a\n`, '\nYes.'),
  repeated(
    'names of senders',
    '"Ida Holm" <i@x.example>, ',
    'Message-ID: <1@x.example>\nSubject: a\nFrom: ',
    '\n\nYes.',
  ),
  repeated('encoded words', '=?utf-8?Q?a?= ', `${HEADER.replace('Bridge', '')}Subject: `, '\n\nYes.'),
  repeated('parts', '--B\nContent-Type: text/plain\n\na\n', TYPED, '--B--\n'),
  repeated('attachments', '--B\nContent-Type: image/png\n\na\n', TYPED, '--B--\n'),
  repeated('parts without end', '--B\n', TYPED),
  repeated('quoted lines', '> a\n', `${HEADER}\nYes.\n\nOn Tuesday, March 3, Jon wrote:\n`),
  repeated('quotations', 'On Tuesday, March 3, Jon wrote:\n> a\n\nb\n', `${HEADER}\n`),
  repeated('introductions', 'On Tuesday, March 3, Jon wrote:\n', `${HEADER}\n`),
  repeated('lines of senders', 'From: a\n', `${HEADER}\n`),
  repeated('headers of forwarded mails', 'From: a\nDate: b\nSubject: c\n\n', `${HEADER}\n`, 'Yes.'),
  repeated('forwards', '---------- Forwarded message ---------\nFrom: a\nDate: b\nSubject: c\n\nd\n', `${HEADER}\n`),
  repeated('signatures', '-- \na\n', `${HEADER}\nYes.\n`),
  repeated('signs of a quotation', '>', `${HEADER}\n`),
  repeated('flowed lines', 'a \n', `${HEADER}Content-Type: text/plain; format=flowed\n\n`),
  repeated('signs in three', '=E2=80=9C=\n', `${HEADER}Content-Transfer-Encoding: quoted-printable\n\n`),
]

/** What only mailboxes can carry. */
export const HOSTILE_BOXES: readonly HostileKind[] = [
  repeated('mails', `From a@x.example Wed Mar  4 09:15:00 2026\n${HEADER}\nYes.\n\n`),
  repeated('mails without a header', 'From a@x.example Wed Mar  4 09:15:00 2026\n\n'),
  repeated('lines that are escaped', '>From a\n', `From a@x.example Wed Mar  4 09:15:00 2026\n${HEADER}\n`),
  repeated('lines before the first mail', 'a\n'),
]
