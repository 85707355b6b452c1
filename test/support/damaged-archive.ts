import { gzipSync } from 'node:zlib'
import fc from 'fast-check'

const text = (pattern: RegExp) => fc.stringMatching(pattern)
const GARBAGE = fc.oneof(text(/^[ -~]{0,30}$/), fc.constantFrom('', ' ', '\t', '\0', 'é', ':', '::', 'HTTP/1.1'))

/** The first line of what a server sent: as it should be, or missing, or with garbage in it. */
const statusLine = fc.oneof(
  fc.constantFrom('HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200\r\n', '', '\r\n', 'HTTP/1.1\r\n', 'HTTP/1.1 OK 200\r\n'),
  GARBAGE.map(line => `${line}\r\n`),
)
const headerLine = fc.oneof(
  fc.constantFrom(
    'Content-Type: text/html',
    'Content-Type: text/plain; charset=nothing-known',
    'Content-Type: text/html; charset=utf-16le',
    'Content-Encoding: gzip',
    'Content-Encoding: deflate',
    'Content-Encoding: br',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Content-Length: -5',
  ),
  fc.tuple(GARBAGE, GARBAGE).map(([name, value]) => `${name}: ${value}`),
  GARBAGE,
)
const body = fc.oneof(
  fc.constantFrom(
    '<p>“No,” he said.</p>',
    'No, he said.',
    '5\r\n<p>No\r\n0\r\n\r\n',
    '5\r\n<p>',
    'zz\r\nNo\r\n',
    'ffffffff\r\nNo',
  ),
  fc.integer({ min: 0, max: 40 }).map(cut => gzipSync('<p>No, he said.</p>').subarray(cut)),
  fc.uint8Array({ maxLength: 30 }),
)

const record = fc
  .record({
    version: fc.constantFrom('WARC/1.0', 'WARC/1.1', 'WARC/9', 'WARC', ''),
    type: fc.constantFrom('response', 'resource', 'revisit', 'conversion', 'warcinfo', '', null),
    uri: fc.constantFrom('https://x.example/1', '<https://x.example/2>', 'no uri', '', null),
    contentType: fc.constantFrom('application/http; msgtype=response', 'text/html', 'text/plain; charset=x', null),
    status: statusLine,
    headers: fc.array(headerLine, { maxLength: 4 }),
    blankLine: fc.constantFrom('\r\n\r\n', '\r\n', '\n\n', ''),
    body,
    length: fc.oneof(
      fc.constant('right'),
      fc.constantFrom('-1', '0', '1', '7', '99999', '1e3', 'NaN', '18446744073709551616', '', null),
    ),
    end: fc.constantFrom('\r\n\r\n', '\r\n', '', '\n\n', 'x\r\n\r\n'),
  })
  .map(({ version, type, uri, contentType, status, headers, blankLine, body, length, end }) => {
    const block = Buffer.concat([Buffer.from(`${status}${headers.join('\r\n')}${blankLine}`), Buffer.from(body)])
    const lines = [
      version,
      ...(type === null ? [] : [`WARC-Type: ${type}`]),
      ...(uri === null ? [] : [`WARC-Target-URI: ${uri}`]),
      ...(contentType === null ? [] : [`Content-Type: ${contentType}`]),
      ...(length === null ? [] : [`Content-Length: ${length === 'right' ? block.length : length}`]),
    ]
    return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from(end)])
  })

/** Web archives whose records are damaged where their structure lies: lengths, status lines, headers, encodings. */
export const damagedArchive: fc.Arbitrary<Buffer> = fc
  .array(record, { minLength: 1, maxLength: 4 })
  .map(records => Buffer.concat(records))
