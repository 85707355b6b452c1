import type { WARCRecord } from 'warcio'
import type { Opening, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from './format.ts'
import { tooMany } from './json.ts'
import { tooLarge, Unreadable } from './limits.ts'
import { plainText } from './plain-text.ts'

const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)\b/i
const TEXT_TYPE = /^text\/plain\b/i

/**
 * Web archives: one article a page that a server answered with. Requests, metadata and the like only describe other
 * records and are no inputs; answers that are no pages are skipped with the reason.
 */
export const warc: StreamedFormat = {
  name: 'warc',
  extensions: ['.warc'],
  recognises: ({ text }: Opening) => /^\s*WARC\/\d/.test(text),
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const { LimitReader, WARCParser } = await import('warcio')
    let number = 0
    let read = 0
    const headers = new HeaderGuard()
    try {
      for await (const record of new WARCParser(headers.watch(input.chunks))) {
        number += 1
        headers.end()
        const outcome = await readWarcRecord(record, `${input.uri}#record=${number}`, context, headers)
        const rest = record._reader
        // The parser would pass over what is left of the record itself, and its bytes would count as headers.
        for await (const _ of rest) headers.end()
        if (rest instanceof LimitReader && rest.limit > 0) throw new Error('the file ends in the middle of it')
        headers.end()
        if (outcome === null) continue
        if (read === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
        read += 1
        yield outcome
      }
    } catch (error) {
      if (error instanceof Unreadable || (error as NodeJS.ErrnoException).code !== undefined) throw error
      const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
      throw new Unreadable('malformed', `it cannot be read from record ${number} on (${reason}): fetch it again`)
    }
    if (read === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'it holds no page' }
  },
}

/** Longest headers of a record, those of HTTP included. */
const LONGEST_HEADERS = 1_000_000

/** Stops a file whose headers never end: the parser collects them until they do. */
class HeaderGuard {
  #taken = 0

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#taken += chunk.length
      if (this.#taken > LONGEST_HEADERS + chunk.length) throw new Error('its headers do not end')
      yield chunk
    }
  }

  /** The headers have ended, or a part of what follows them has been read. */
  end(): void {
    this.#taken = 0
  }
}

const ONLY_DESCRIBES: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'continuation'])
const HOLDS_CONTENT: ReadonlySet<string> = new Set(['response', 'resource', 'conversion', 'revisit'])

/** Null for a record that only describes others. */
async function readWarcRecord(
  record: WARCRecord,
  location: string,
  context: ReadContext,
  headers: HeaderGuard,
): Promise<ReadOutcome | null> {
  const type: string = record.warcType ?? ''
  if (ONLY_DESCRIBES.has(type)) return null
  const uri = record.warcTargetURI?.replace(/^<|>$/g, '') || location
  const retrievedAt = record.warcDate ?? undefined
  const origin = { location, ...(retrievedAt === undefined ? {} : { retrievedAt }) }
  const skip = (reason: string): ReadOutcome => ({ outcome: 'skipped', uri, reason, origin })
  if (!HOLDS_CONTENT.has(type)) {
    const error = 'its record has no type that the standard knows: fetch it again'
    return { outcome: 'failed', uri, kind: 'malformed', error, origin }
  }
  if (type === 'revisit') return skip('revisit record: the page is in the record that it refers to')
  const status = Number(record.httpHeaders?.statusCode ?? 200)
  if (status !== 200) return skip(`the server answered with status ${status}`)
  const contentType = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
  if (!HTML_TYPE.test(contentType) && !TEXT_TYPE.test(contentType)) {
    return skip(`${contentType.split(';', 1)[0]?.trim().slice(0, 60) || 'no content type'}, not a page`)
  }
  try {
    const bytes = await readPayload(record, context.limits.maxBytes, headers)
    const charset = /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType)?.[1]
    const raw = { uri, bytes, ...(charset === undefined ? {} : { charset }) }
    const { readPage } = await import('./read-page.ts')
    if (HTML_TYPE.test(contentType)) return readPage(raw, context.limits, { ...origin, uri, decodedHow: 'warc+html' })
    const [outcome] = plainText.read(raw)
    return outcome === undefined ? null : { ...outcome, origin: { ...origin, decodedHow: 'warc+text' } }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { outcome: 'failed', uri, kind: error.kind, error: error.message, origin }
  }
}

/** The body as the server meant it: transfer and content encodings undone, held to the limit as it unpacks. */
async function readPayload(record: WARCRecord, maxBytes: number, headers: HeaderGuard): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of record) {
    headers.end()
    size += part.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
