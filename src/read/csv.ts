import { Readable } from 'node:stream'
import type { CsvError, Options } from 'csv-parse'
import type { Opening, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from './format.ts'
import { describe, tooMany } from './json.ts'
import { tooLarge, Unreadable } from './limits.ts'
import { readEntry } from './record.ts'
import { OpenRecord, type Role } from './record-fields.ts'

/** Tables with a heading row: comma, semicolon or tab between the cells, one article a row. */
export const csv: StreamedFormat = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  isSeldomArticles: true,
  recognises: hasHeading,
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const { parse } = await import('csv-parse')
    const { limits } = context
    const encoding = encodingOf(input.opening)
    const parser = parse(optionsFor(input.opening, limits.maxBytes))
    const source = Readable.from(toUtf8(input.chunks, encoding))
    source.on('error', error => parser.destroy(error))
    let headings: readonly string[] | null = null
    let rows = 0
    try {
      for await (const parsed of source.pipe(parser)) {
        const { record, raw } = parsed as { record: string[]; raw: string }
        if (headings === null) {
          headings = record
          continue
        }
        if (rows === limits.maxEntries) throw tooMany(limits.maxEntries)
        rows += 1
        // RFC 7111 counts the heading too.
        const location = `${input.uri}#row=${rows + 1}`
        const row = toRow(headings, record)
        const origin = { location, raw: Buffer.from(raw), decodedAs: encoding, decodedHow: describe('csv', encoding) }
        yield readEntry(row, origin, context)
      }
    } catch (error) {
      throw toUnreadable(error, limits.maxBytes, rows)
    } finally {
      source.destroy()
    }
    if (rows === 0) yield { outcome: 'skipped', uri: input.uri, reason: headings === null ? 'empty' : 'it has no rows' }
  },
}

/** Without a prototype, so that a column called `__proto__` is a column. */
function toRow(headings: readonly string[], cells: readonly string[]): object {
  const row: Record<string, string> = Object.create(null)
  for (const [index, heading] of headings.entries()) row[heading] = cells[index] ?? ''
  return row
}

function optionsFor(opening: Opening, maxBytes: number): Options {
  return {
    bom: true,
    delimiter: delimiterOf(opening),
    info: false,
    max_record_size: maxBytes,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  }
}

/** Whichever stands most often in the heading row. */
function delimiterOf({ text }: Opening): string {
  const heading = text.split(/\r?\n|\r/, 1)[0] ?? ''
  const counted = ['\t', ';', ',', '|'].map(delimiter => ({ delimiter, count: heading.split(delimiter).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ','
}

/** Tables that spreadsheets save are in windows-1252 as often as in UTF-8. */
function encodingOf({ bytes }: Opening): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    // The opening may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

async function* toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** A first row in which the text and something else of an article are named is the heading of a table of articles. */
function hasHeading(opening: Opening): boolean {
  const delimiter = delimiterOf(opening)
  const heading = opening.text.split(/\r?\n|\r/, 1)[0] ?? ''
  if (heading.length > 2000 || heading.startsWith('{') || heading.startsWith('<')) return false
  const cells = heading.split(delimiter).map(cell => cell.trim().replace(/^"|"$/g, ''))
  const open = new OpenRecord(toRow(cells, cells), {})
  const has = (role: Role) => open.fieldsFor(role).some(() => true)
  return has('text') && (['title', 'byline', 'published', 'uri', 'language'] as const).some(has)
}

function toUnreadable(error: unknown, maxBytes: number, rows: number): unknown {
  const code = (error as CsvError | null)?.code
  if (typeof code !== 'string' || !code.startsWith('CSV_')) return error
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const { message } = tooLarge(maxBytes)
    return new Unreadable('too-large', `row ${rows + 2} and all after it were not read, because ${message}`)
  }
  const reason = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
  return new Unreadable(
    'malformed',
    `the rows after row ${rows + 1} were not read (${reason}): repair it and run again`,
  )
}
