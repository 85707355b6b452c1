import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { type ArchiveRecord, httpResponse, webArchive } from '../../../test/support/web-archive.ts'

const page = (name: string) =>
  `<!doctype html><html><head><title>${name}</title><link rel="canonical" href="https://other.example/a"></head><body><article>${Array.from(
    { length: 5 },
    (_, index) =>
      `<p>${name} ${index}: “We will not sell the wall,” the harbour board said on Tuesday, once again.</p>`,
  ).join('')}</article></body></html>`
const response = (uri: string, block: Buffer): ArchiveRecord => ({ type: 'response', uri, block })
const RECORDS: readonly ArchiveRecord[] = [
  { type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: test\r\n' },
  { type: 'request', uri: 'https://x.example/1', block: 'GET / HTTP/1.1\r\n\r\n' },
  response('https://x.example/1', httpResponse(page('One'))),
  response('https://x.example/2', httpResponse('gone', {}, '404 Not Found')),
  response(
    'https://x.example/3.png',
    httpResponse(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { 'Content-Type': 'image/png' }),
  ),
  response('https://x.example/4', httpResponse(gzipSync(page('Four')), { 'Content-Encoding': 'gzip' })),
  { type: 'revisit', uri: 'https://x.example/1', block: 'HTTP/1.1 200 OK\r\n\r\n' },
  { type: 'metadata', uri: 'https://x.example/1', contentType: 'application/warc-fields', block: 'fetchTimeMs: 7\r\n' },
  response('https://x.example/5', httpResponse(`${page('Five')}<!--${'x'.repeat(20_000)}-->`)),
  response(
    'https://x.example/6',
    httpResponse(Buffer.from(page('Sí').replaceAll('Sí', 'S\xed'), 'latin1'), {
      'Content-Type': 'text/html; charset=ISO-8859-1',
    }),
  ),
]
const EXPECTED = [
  {
    article: { uri: 'https://x.example/1', title: 'One' },
    origin: { location: '-#record=3', decodedHow: 'warc+html; charset=utf-8', retrievedAt: '2026-03-04T08:15:00Z' },
  },
  { outcome: 'skipped', uri: 'https://x.example/2', reason: 'the server answered with status 404' },
  { outcome: 'skipped', uri: 'https://x.example/3.png', reason: 'image/png, not a page' },
  { article: { uri: 'https://x.example/4', title: 'Four' } },
  { outcome: 'skipped', uri: 'https://x.example/1', reason: expect.stringContaining('revisit') },
  { outcome: 'failed', uri: 'https://x.example/5', kind: 'too-large' },
  { article: { uri: 'https://x.example/6', title: 'Sí', decodedAs: 'windows-1252' } },
]
const limits = { maxBytes: 15_000 }

describe('web archives', () => {
  it('give an article a page, and an outcome for every other answer', async () => {
    expect(await readStandardInput(webArchive(RECORDS), { limits })).toMatchObject(EXPECTED)
  })

  it('are read packed, as one member a record and as a whole', async () => {
    const members = Buffer.concat(RECORDS.map(record => gzipSync(webArchive([record]))))
    const outcomes = await readStandardInput(members, { limits })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'article',
      'skipped',
      'skipped',
      'article',
      'skipped',
      'failed',
      'article',
    ])
    expect(outcomes[0]).toMatchObject({ origin: { decodedHow: 'gzip+warc+html; charset=utf-8' } })
    expect(await readStandardInput(gzipSync(webArchive(RECORDS)), { limits })).toHaveLength(7)
  })

  it('that end early keep what came before, and say so', async () => {
    const archive = webArchive(RECORDS)
    const cut = gzipSync(archive).subarray(0, 900)
    const outcomes = await readStandardInput(cut, { limits })
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'failed', kind: 'malformed' })
  })

  it('without an end to their headers do not fill the memory', async () => {
    const endless = async function* () {
      yield Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n')
      for (let index = 0; index < 400; index += 1) yield Buffer.alloc(64 * 1024, 'x')
    }
    expect(await readStandardInput(endless(), { limits: { maxBytes: 1_000_000 } })).toMatchObject([
      { outcome: 'failed', kind: 'malformed' },
    ])
  })

  it.each([
    ['', 'it has no status line'],
    ['\r\n', 'it has no status line'],
    ['<p>No</p>\r\n\r\n', 'its first line is “<p>No</p>”'],
    ['HTTP/1.1 OK\r\n\r\n', 'its first line is “HTTP/1.1 OK”'],
  ])('whose record holds %j and no answer of a server say so, and give the others', async (block, reason) => {
    const archive = webArchive([response('https://x.example/0', Buffer.from(block)), ...RECORDS.slice(2, 3)])
    const error = `its record holds no answer of a server (${reason}): fetch it again`
    expect(await readStandardInput(archive)).toMatchObject([
      { outcome: 'failed', uri: 'https://x.example/0', kind: 'malformed', error },
      { article: { uri: 'https://x.example/1' } },
    ])
  })

  it('pass over answers that are none of a web server', async () => {
    const dns = { type: 'response', uri: 'dns:x.example', contentType: 'text/dns', block: '20260304 x.example. A' }
    expect(await readStandardInput(webArchive([dns]))).toMatchObject([
      { outcome: 'skipped', reason: 'text/dns, not the answer of a web server' },
    ])
  })

  it.each(['x', '-1', '', '1e3'])('are not read on from a record with the length %j', async length => {
    const [first] = RECORDS.slice(2, 3)
    const archive = webArchive(first === undefined ? [] : [first]).toString('latin1')
    const damaged = archive + archive.replace(/Content-Length: \d+/, `Content-Length: ${length}`) + archive
    expect(await readStandardInput(Buffer.from(damaged, 'latin1'))).toMatchObject([
      { outcome: 'article' },
      {
        outcome: 'failed',
        kind: 'malformed',
        error: expect.stringContaining('from record 2 on (it does not say how long'),
      },
    ])
  })
})

describe('archives of texts', () => {
  const text = 'Weir mended\n\nThe weir is mended, said Ms Kvist on Monday.\nBoats may pass again, she said.\n'
  const conversion = (over: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
    type: 'conversion',
    uri: 'https://c.example/weir',
    contentType: 'text/plain',
    block: text,
    ...over,
  })

  it.each([
    ['text/plain', text],
    ['text/plain; charset=UTF-8', text],
    ['text/plain;charset="iso-8859-1"', Buffer.from(text.replace('Kvist', 'Kvïst'), 'latin1')],
  ])('as %s give an article a page', async (contentType, block) => {
    const archive = webArchive([{ type: 'warcinfo', block: 'x' }, conversion({ contentType, block })])
    const outcomes = await readStandardInput(gzipSync(archive))
    expect(outcomes).toMatchObject([
      {
        article: {
          uri: 'https://c.example/weir',
          title: 'Weir mended',
          publishedAt: null,
          text: expect.stringMatching(
            /The weir is mended, said Ms Kv[iï]st on Monday\.\nBoats may pass again, she said\./,
          ),
        },
        origin: { location: '-#record=2', retrievedAt: '2026-03-04T08:15:00Z' },
      },
    ])
  })

  it('are text where a record does not say what it was converted to, and have the language that it says', async () => {
    const archive = webArchive([conversion()])
      .toString('latin1')
      .replace(
        'Content-Type: text/plain\r\n',
        'WARC-Identified-Content-Language: eng,deu\r\nWARC-Truncated: length\r\n',
      )
    expect(await readStandardInput(Buffer.from(archive, 'latin1'))).toMatchObject([
      {
        article: {
          language: 'en',
          origins: { language: 'WARC-Identified-Content-Language' },
          warnings: ['the archive holds only part of it (length)'],
        },
      },
    ])
  })

  it('account for a record without words and for one that is no text', async () => {
    const archive = webArchive([
      conversion({ block: ' \n' }),
      conversion({ contentType: 'application/json', block: '{}' }),
      conversion(),
    ])
    expect(await readStandardInput(archive)).toMatchObject([
      { outcome: 'skipped', reason: 'empty' },
      { outcome: 'skipped', reason: 'application/json, not a page' },
      { outcome: 'article' },
    ])
  })
})
