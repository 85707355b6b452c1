import { Readable } from 'node:stream'
import type { CsvError, Options } from 'csv-parse'
import { describe } from '../encodings/decoded-how.ts'
import { streamEncodingOf, toUtf8 } from '../encodings/stream-encoding.ts'
import type { Opening, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from '../format.ts'
import { tooLarge, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { readEntry } from '../records/record.ts'
import { isHeading, toRow } from './table.ts'

/** Tables with a heading row: comma, semicolon or tab between the cells, one article a row. */
export const csv: StreamedFormat = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  isSeldomArticles: true,
  recognises: hasHeading,
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const { parse } = await import('csv-parse')
    const { limits } = context
    const encoding = streamEncodingOf(input.opening)
    const separator = delimiterOf(input.opening)
    const parser = parse(optionsFor(input.opening, limits.maxBytes))
    const source = Readable.from(toUtf8(input.chunks, encoding))
    source.on('error', error => parser.destroy(error))
    let headings: readonly string[] | null = null
    let rows = 0
    try {
      for await (const parsed of source.pipe(parser)) {
        const { record, raw } = parsed as { record: string[]; raw: string }
        if (headings === null) {
          if (SEPARATOR_LINE.test(`${record.join(separator)}\n`)) continue
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

/** `sep=;`, by which spreadsheets are told what stands between the cells. */
const SEPARATOR_LINE = /^(?:\ufeff)?"?sep=(.)"?[\r\n]/i

/** The heading row: the first line that is not empty, or the one after that which names the separator. */
function headingOf({ text }: Opening): string {
  const rest = text.replace(SEPARATOR_LINE, '').trimStart()
  return rest.split(/\r?\n|\r/, 1)[0] ?? ''
}

/** The separator that is named, or whichever stands most often in the heading row outside quotes. */
function delimiterOf(opening: Opening): string {
  const named = SEPARATOR_LINE.exec(opening.text)?.[1]
  if (named !== undefined) return named
  const heading = headingOf(opening).replace(/"[^"]*"/g, '')
  const counted = ['\t', ';', ',', '|'].map(delimiter => ({ delimiter, count: heading.split(delimiter).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ','
}

/** A first row in which the text and something else of an article are named is the heading of a table of articles. */
function hasHeading(opening: Opening): boolean {
  const heading = headingOf(opening)
  if (heading.startsWith('{') || heading.startsWith('<')) return false
  return isHeading(heading.split(delimiterOf(opening)).map(cell => cell.trim().replace(/^"|"$/g, '')))
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
