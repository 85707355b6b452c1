import type { WARCRecord } from 'warcio'

/** What a server answered, as the block of a record keeps it. */
export interface HttpAnswer {
  /** Empty when there is none. */
  readonly statusLine: string
  /** Not a number where the status line does not say. */
  readonly status: number
  header(name: string): string | null
  /** The body as the server meant it: transfer and content encodings undone as it is read. */
  readonly body: AsyncIterable<Uint8Array>
}

/** As RFC 9112 has it, and as archives write later versions of HTTP. */
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? ([1-9]\d\d)(?: |$)/

/**
 * Reads the headers in the block of a record, and not beyond it: the library's own way reads on into the next records
 * when a block has no end of headers in it.
 */
export async function readHttpAnswer(record: WARCRecord): Promise<HttpAnswer> {
  const { AsyncIterReader, StatusAndHeadersParser } = await import('warcio')
  const block = new AsyncIterReader(record._reader, null)
  const parsed = await new StatusAndHeadersParser().parse(block, { headersClass: Headers })
  const header = (name: string) => parsed?.headers.get(name) ?? null
  const encoding = header('content-encoding')
  const transfer = header('transfer-encoding')
  const isChunked = transfer === 'chunked'
  return {
    statusLine: parsed?.statusline ?? '',
    status: Number(STATUS_LINE.exec(parsed?.statusline ?? '')?.[1]),
    header,
    body: new AsyncIterReader(block, encoding || (isChunked ? null : transfer), isChunked),
  }
}
