import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { discover } from '../../src/read/discover.ts'
import type { InputOutcome } from '../../src/read/format.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { ThreadReader } from '../../src/run/reading/thread-reader.ts'
import { pdfColumn, pdfDocument } from '../support/pdf-document.ts'
import { wordDocument, wordParagraph } from '../support/word-document.ts'

/* Documents are small files that can be made to unpack without end, or to be drawn without end: each costs itself. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-documents-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const SENTENCE = '“All is well,” said Ada Mwale, the mayor, on Monday.'

async function read(): Promise<InputOutcome[]> {
  const reader = new ThreadReader({
    heapMb: 256,
    limits: { timeoutMs: 300 },
    readerModule: new URL('../../src/read/read-discovered.ts', import.meta.url),
    standardInput: Readable.from([]),
    signal: new AbortController().signal,
  })
  onTestFinished(() => reader.close())
  const outcomes: InputOutcome[] = []
  for await (const outcome of readArticles(discover(['.'], folder), reader)) outcomes.push(outcome)
  return outcomes
}

/** A page without text. */
const pdfOf = (content: Buffer, packings = 2) => pdfDocument({ pages: [[]], content, packings })
const MANY = 60_000_000

describe('a hostile document', () => {
  it.each([
    ['a PDF whose page unpacks to hundreds of megabytes', () => pdfOf(Buffer.alloc(MANY * 4, '(a) Tj '))],
    ['a PDF that draws without end', () => pdfOf(Buffer.alloc(MANY, 'BT /F1 9 Tf (a) Tj ET '))],
    ['a PDF that nests without end', () => pdfOf(Buffer.alloc(MANY, '['))],
    ['a Word document that is a bomb', () => wordDocument({ body: wordParagraph('a'.repeat(MANY)) })],
    ['a Word document of paragraphs without end', () => wordDocument({ body: '<w:p/>'.repeat(2_000_000) })],
  ])('costs itself and no other: %s', async (name, make) => {
    writeFileSync(join(folder, 'a.txt'), SENTENCE)
    writeFileSync(join(folder, name.startsWith('a PDF') ? 'b.pdf' : 'b.docx'), make())
    writeFileSync(join(folder, 'c.docx'), wordDocument({ body: wordParagraph(SENTENCE) }))
    writeFileSync(join(folder, 'd.pdf'), pdfDocument({ pages: [pdfColumn(60, 700, [SENTENCE])] }))
    const outcomes = await read()
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['article', 'failed', 'article', 'article'])
    expect(outcomes[1]).toMatchObject({
      kind: expect.stringMatching(/^(?:timeout|out-of-memory|too-\w+|no-text|malformed)$/),
    })
  })
})
