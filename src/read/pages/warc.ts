import type { WARCRecord } from 'warcio'
import { toLanguage } from '../article/draft.ts'
import type { Opening, Origin, RawInput, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from '../format.ts'
import { tooLarge, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { readPlainText } from '../plain/plain-text.ts'
import { type HttpAnswer, readHttpAnswer } from './http-answer.ts'

const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)\b/i
const TEXT_TYPE = /^text\/plain\b/i

/**
 * Web archives: one article a page that a server answered with. Requests, metadata and the like only describe other
 * records and are no inputs; answers that are no pages are skipped with the reason.
 */
export const warc: StreamedFormat = {
  name: 'warc',
  extensions: ['.warc', '.wet'],
  recognises: ({ text }: Opening) => /^\s*WARC\/\d/.test(text),
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const { LimitReader, WARCParser } = await import('warcio')
    let number = 0
    let read = 0
    const headers = new HeaderGuard()
    const records = new WARCParser(headers.watch(input.chunks), { parseHttp: false })[Symbol.asyncIterator]()
    /** Whatever the library throws, it could not make sense of the file. */
    const parse = <Result>(action: () => Promise<Result>) =>
      headers.attempt(action, reason => `it cannot be read from record ${number} on (${reason}): fetch it again`)
    for (
      let next = await parse(() => quietly(records));
      next.done !== true;
      next = await parse(() => quietly(records))
    ) {
      const record = next.value
      number += 1
      headers.end()
      const rest = record._reader
      await parse(async () => requireLength(record))
      const outcome = await readWarcRecord(record, `${input.uri}#record=${number}`, context, headers)
      await parse(async () => {
        // The parser would pass over what is left of the record itself, and its bytes would count as headers.
        for await (const _ of rest) headers.end()
        if (rest instanceof LimitReader && rest.limit > 0) throw new Error('the file ends in the middle of it')
      })
      headers.end()
      if (outcome === null) continue
      if (read === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
      read += 1
      yield outcome
    }
    if (read === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'it holds no page' }
  },
}

/** Without it nobody can tell where the next record begins. */
function requireLength(record: WARCRecord): void {
  if (!/^\d{1,15}$/.test(record.warcHeader('Content-Length') ?? '')) throw new Error('it does not say how long it is')
}

/** The parser tells the console of every record that does not end where it says: what comes of it tells as much. */
async function quietly(records: AsyncIterator<WARCRecord>): Promise<IteratorResult<WARCRecord>> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await records.next()
  } finally {
    console.warn = warn
  }
}

/** Longest headers of a record, those of HTTP included. */
const LONGEST_HEADERS = 1_000_000

/** Stops a file whose headers never end: the parser collects them until they do. */
class HeaderGuard {
  #taken = 0
  #sourceError: unknown = null

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const iterator = chunks[Symbol.asyncIterator]()
    try {
      for (let next = await this.#ask(iterator); next.done !== true; next = await this.#ask(iterator)) {
        this.#taken += next.value.length
        if (this.#taken > LONGEST_HEADERS + next.value.length) throw new Error('its headers do not end')
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }

  /**
   * Does what the library does with the bytes. What reading the bytes themselves throws is thrown as it is.
   *
   * @throws Unreadable of kind `malformed` with `describe`'s sentence in place of whatever else
   */
  async attempt<Result>(action: () => Promise<Result>, describe: (reason: string) => string): Promise<Result> {
    try {
      return await action()
    } catch (error) {
      if (error instanceof Unreadable || (this.#sourceError !== null && error === this.#sourceError)) throw error
      const words = error instanceof Error ? error.message : String(error)
      throw new Unreadable('malformed', describe(words.replace(/\s+/g, ' ').slice(0, 160)))
    }
  }

  async #ask(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    try {
      return await iterator.next()
    } catch (error) {
      this.#sourceError = error
      throw error
    }
  }

  /** The headers have ended, or a part of what follows them has been read. */
  end(): void {
    this.#taken = 0
  }
}

const ONLY_DESCRIBES: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'continuation'])
/** Longest address that is kept; a longer one is none. */
const LONGEST_URI = 2000
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
  const address = record.warcTargetURI?.replace(/^<|>$/g, '') ?? ''
  const uri = address === '' || address.length > LONGEST_URI ? location : address
  const retrievedAt = record.warcDate ?? undefined
  const origin = { location, ...(retrievedAt === undefined ? {} : { retrievedAt }) }
  const skip = (reason: string): ReadOutcome => ({ outcome: 'skipped', uri, reason, origin })
  const fail = (error: string): ReadOutcome => ({ outcome: 'failed', uri, kind: 'malformed', error, origin })
  if (!HOLDS_CONTENT.has(type)) return fail('its record has no type that the standard knows: fetch it again')
  if (type === 'revisit') return skip('revisit record: the page is in the record that it refers to')
  // Answers of name servers and the like are responses too.
  const isHttp = /^application\/http\b/i.test(record.warcContentType ?? '')
  if (type === 'response' && !isHttp)
    return skip(`${record.warcContentType?.slice(0, 60) ?? 'no content type'}, not the answer of a web server`)
  const answer =
    type === 'response'
      ? await headers.attempt(
          () => readHttpAnswer(record),
          reason => `its headers cannot be read (${reason}): fetch it again`,
        )
      : null
  if (answer !== null && Number.isNaN(answer.status)) {
    const found = answer.statusLine.replace(/\s+/g, ' ').slice(0, 60)
    const reason = found === '' ? 'it has no status line' : `its first line is “${found}”`
    return fail(`its record holds no answer of a server (${reason}): fetch it again`)
  }
  if (answer !== null && answer.status !== 200) return skip(`the server answered with status ${answer.status}`)
  const contentType = contentTypeOf(record, answer)
  if (!HTML_TYPE.test(contentType) && !TEXT_TYPE.test(contentType)) {
    return skip(`${contentType.split(';', 1)[0]?.trim().slice(0, 60) || 'no content type'}, not a page`)
  }
  try {
    const bytes = await headers.attempt(
      () => readPayload(answer?.body ?? record, context.limits.maxBytes, headers),
      reason => `its body cannot be unpacked (${reason}): fetch it again`,
    )
    const charset = /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType)?.[1]
    const raw = { uri, bytes, ...(charset === undefined ? {} : { charset }) }
    const { readPage } = await import('./read-page.ts')
    if (HTML_TYPE.test(contentType)) {
      return withCut(readPage(raw, context.limits, { ...origin, uri, decodedHow: 'warc+html' }), record)
    }
    return await readConversion(raw, record, origin, context)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { outcome: 'failed', uri, kind: error.kind, error: error.message, origin }
  }
}

/** What a record was converted to is plain text where it does not say: that of Common Crawl's WET files. */
function contentTypeOf(record: WARCRecord, answer: HttpAnswer | null): string {
  if (answer !== null) return answer.header('content-type') ?? ''
  return record.warcContentType ?? (record.warcType === 'conversion' ? 'text/plain' : '')
}

/** A page as plain text, whose languages the archive has judged: `eng,deu`, the likeliest first. */
async function readConversion(
  raw: RawInput,
  record: WARCRecord,
  origin: Partial<Origin>,
  context: ReadContext,
): Promise<ReadOutcome> {
  const outcome = await readPlainText(raw, context)
  const about = { ...origin, decodedHow: 'warc+text' }
  if (outcome.outcome !== 'article') return { ...outcome, origin: about }
  const header = 'WARC-Identified-Content-Language'
  const language = outcome.article.language ?? toLanguage(record.warcHeader(header)?.split(',', 1)[0])
  const origins = language === outcome.article.language ? {} : { language: header }
  const article = { ...outcome.article, language, origins: { ...outcome.article.origins, ...origins } }
  return withCut({ ...outcome, article: Object.freeze(article), origin: about }, record)
}

/** Crawlers say so where they stopped in the middle of an answer. */
function withCut(outcome: ReadOutcome, record: WARCRecord): ReadOutcome {
  const reason = record.warcHeader('WARC-Truncated')
  if (typeof reason !== 'string' || outcome.outcome !== 'article') return outcome
  const warning = `the archive holds only part of it (${reason.replace(/\s+/g, ' ').slice(0, 40)})`
  const article = Object.freeze({ ...outcome.article, warnings: [...outcome.article.warnings, warning] })
  return { ...outcome, article }
}

/** Held to the limit as it unpacks. */
async function readPayload(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  headers: HeaderGuard,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    headers.end()
    size += part.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
