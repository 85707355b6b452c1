import { gzipSync } from 'node:zlib'
import { pdfColumn, pdfDocument } from '../../support/pdf-document.ts'
import { httpResponse, webArchive } from '../../support/web-archive.ts'
import { wordDocument, wordParagraph } from '../../support/word-document.ts'
import { inCell } from './hostile-workbooks.ts'

/** How a text is written into a file of a format, as its one article. */
export type Wrap = (text: string) => string | Uint8Array

const HEADER = 'From: Ida Holm <ida@x.example>\nSubject: Bridge\nMessage-ID: <1@x.example>\n'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article>${body}</article></body></html>`
const paragraphs = (text: string) => page(`<p>${escaped(text)}</p><p>The bridge is closed, said Ida Holm.</p>`)

/** Every format that an article's text can come in, by name. */
export const WRAPS: Readonly<Record<string, Wrap>> = {
  text: text => text,
  gzip: text => gzipSync(text),
  html: paragraphs,
  jsonl: text => `${JSON.stringify({ title: 'Bridge', text })}\n`,
  json: text => JSON.stringify([{ title: 'Bridge', text }]),
  xlsx: inCell,
  csv: text => `title,text\nBridge,"${text.replaceAll('"', '""')}"\n`,
  feed: text =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Bridge</title><item><title>Bridge</title><description>${escaped(escaped(text))}</description></item></channel></rss>`,
  newsml: text => `<?xml version="1.0"?><nitf><body><body.content><p>${escaped(text)}</p></body.content></body></nitf>`,
  warc: text => webArchive([{ type: 'response', uri: 'https://example.org/a', block: httpResponse(paragraphs(text)) }]),
  docx: text =>
    wordDocument({
      body: text
        .split('\n')
        .map(line => wordParagraph(line))
        .join(''),
    }),
  pdf: text => pdfDocument({ pages: [pdfColumn(60, 700, text.match(/[^\n]{1,80}/g) ?? [])] }),
  eml: text => `${HEADER}Content-Type: text/plain; charset=utf-8\n\n${text}`,
  mbox: text => `From a@x.example Wed Mar  4 09:15:00 2026\n${HEADER}\n${text}\n\n`,
}
