/** One record of a web archive. */
export interface ArchiveRecord {
  readonly type: string
  readonly uri?: string
  readonly contentType?: string
  readonly block: string | Uint8Array
}

/** Writes records as the WARC standard has them. */
export function webArchive(records: readonly ArchiveRecord[]): Buffer {
  return Buffer.concat(
    records.flatMap(({ type, uri, contentType = 'application/http; msgtype=response', block }, index) => {
      const bytes = Buffer.from(block)
      const headers = [
        'WARC/1.0',
        `WARC-Type: ${type}`,
        `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}>`,
        'WARC-Date: 2026-03-04T08:15:00Z',
        ...(uri === undefined ? [] : [`WARC-Target-URI: ${uri}`]),
        `Content-Type: ${contentType}`,
        `Content-Length: ${bytes.length}`,
      ]
      return [Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]
    }),
  )
}

/** The block of a response record: what the server sent. */
export function httpResponse(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = '200 OK',
): Buffer {
  const bytes = Buffer.from(body)
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`), bytes])
}
