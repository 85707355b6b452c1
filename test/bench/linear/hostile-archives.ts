import { httpResponse, webArchive } from '../../support/web-archive.ts'
import type { HostileKind } from './hostile-kind.ts'

const PAGE =
  '<!doctype html><html><body><article><p>The bridge is closed, said Ida Holm, the minister.</p></article></body></html>'
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function archive(block: string | Uint8Array, type = 'response', contentType?: string): string {
  return latin(
    webArchive([{ type, uri: 'https://example.org/a', block, ...(contentType === undefined ? {} : { contentType }) }]),
  )
}

function records(name: string, record: string): HostileKind {
  return { name, make: length => record.repeat(Math.max(1, Math.floor(length / record.length))) }
}

/** A record whose HTTP answer has one thing without end. */
function answer(name: string, unit: string, build: (units: string) => string): HostileKind {
  return { name, make: length => archive(build(unit.repeat(Math.max(1, Math.floor(length / unit.length))))) }
}

/** What only web archives can carry. All of it is ASCII. */
export const HOSTILE_ARCHIVES: readonly HostileKind[] = [
  records('pages', archive(httpResponse(PAGE))),
  records('answers that are no pages', archive(httpResponse('a', { 'Content-Type': 'image/png' }))),
  records('answers without a page', archive(httpResponse('', {}, '404 Not Found'))),
  records('records that only describe', archive('a: b', 'metadata', 'text/plain')),
  records('records of no type', archive('a', 'nothing', 'text/plain')),
  records('empty records', archive('', 'resource', 'text/plain')),
  records('records without headers', 'WARC/1.0\r\n\r\n'),
  records('lines', '\r\n'),
  records('headers without end', 'a: b\r\n'),
  records('one header without end', 'a'),
  answer(
    'headers of an answer',
    'A: b\r\n',
    units => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${units}\r\n${PAGE}`,
  ),
  answer(
    'one header of an answer',
    'a',
    units => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nA: ${units}\r\n\r\n${PAGE}`,
  ),
  answer(
    'spaces in a header of an answer',
    ' ',
    units => `HTTP/1.1 200 OK\r\nContent-Type: text/html${units};\r\n\r\n${PAGE}`,
  ),
  answer('a first line of an answer', 'a ', units => `HTTP/1.1 200 ${units}\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
  answer(
    'chunks of one byte',
    '1\r\na\r\n',
    units => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${units}0\r\n\r\n`,
  ),
  answer(
    'chunks that are none',
    'a\r\n',
    units => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${units}`,
  ),
  answer('lines of a plain text', 'a\n', units => `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${units}`),
]
