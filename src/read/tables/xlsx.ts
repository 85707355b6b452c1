import { sha256 } from '../article/create-article.ts'
import { namesInOpening, unzip } from '../bytes/unzip.ts'
import { describe } from '../encodings/decoded-how.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { withinTime } from '../limits/within-time.ts'
import { readEntry } from '../records/record.ts'
import type { RecordFields } from '../records/record-fields.ts'
import { inspectWorkbook } from './inspect-workbook.ts'
import { isHeading, isNamed, toRow } from './table.ts'
import { type Cell, toTexts } from './xlsx-cells.ts'

type Library = typeof import('hucre/xlsx')

interface SheetRow {
  /** From 0; empty rows are counted, and not given. */
  readonly index: number
  readonly values: readonly Cell[]
}

/** Most sheets of a workbook that are read: what they share is read anew for each. */
const MOST_SHEETS = 50
/** Rows in which the heading is looked for: a title, a date or a note may stand above it. */
const HEADING_WITHIN = 10
/** How an old or locked workbook begins. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

/** Workbooks of spreadsheets (Office Open XML): tables with a heading row, one article a row. */
export const xlsx: WholeFormat = {
  name: 'xlsx',
  extensions: ['.xlsx', '.xlsm'],
  isSeldomArticles: true,
  recognises: ({ bytes }: Opening) => namesInOpening(bytes).some(name => name.startsWith('xl/')),
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    if (OLD_OFFICE.every((byte, index) => input.bytes[index] === byte)) {
      const error = 'it is an old workbook or one with a password: save it as .xlsx without a password'
      throw new Unreadable('not-text', error)
    }
    // The library would unpack whatever it is given: what comes through here is within the limits.
    const parts = await unzip(input.bytes, context.limits, () => true)
    withinTime(context.limits.timeoutMs, () => inspectWorkbook(parts))
    yield* readWorkbook(input, context)
  },
}

async function* readWorkbook(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
  const library = await import('hucre/xlsx')
  const names = await sheetsOf(library, input.bytes)
  const raw = input.rawSha256 ?? sha256(input.bytes)
  const others: { readonly uri: string; readonly error: string }[] = []
  let read = 0
  for (const [index, name] of names.slice(0, MOST_SHEETS).entries()) {
    const place = { location: `${input.uri}#sheet=${index + 1}`, raw, decodedHow: describe('xlsx', 'utf-8') }
    const rows = rowsOf(library, input.bytes, index)
    const table = await readHeading(rows, context.fields)
    if (table === null) continue
    if (!table.isSure) others.push({ uri: place.location, error: describeOther(name, table.headings) })
    else {
      for await (const { index, values } of rows) {
        if (read === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
        read += 1
        const record = toRow(table.headings, toTexts(values.slice(0, table.headings.length), table.headings))
        const location = `${place.location};row=${index + 1}`
        yield readEntry(record, { ...place, location, decodedAs: 'utf-8' }, context)
      }
    }
  }
  // Beside a sheet of articles others may hold notes or figures; alone they are most likely a mistake.
  for (const { uri, error } of others) {
    const origin = { location: uri }
    if (read === 0) yield { outcome: 'failed', uri, kind: 'no-text', error, origin }
    else yield { outcome: 'skipped', uri, reason: error, origin }
  }
  if (names.length > MOST_SHEETS) throw new Unreadable('too-many', `it has more than ${MOST_SHEETS} sheets: split it`)
  if (read === 0 && others.length === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'it has no rows' }
}

interface Heading {
  readonly headings: readonly string[]
  /** Whether it names what an article has. */
  readonly isSure: boolean
}

/** Takes the rows up to the one that names the columns; without one, the first names them. Null when there are no rows. */
async function readHeading(rows: AsyncIterator<SheetRow>, fields: RecordFields): Promise<Heading | null> {
  let first: readonly string[] | null = null
  for (let taken = 0; taken < HEADING_WITHIN; taken += 1) {
    const next = await rows.next()
    if (next.done === true) break
    const headings = next.value.values.map(value => (value === null ? '' : String(value)))
    if (fields.text === undefined ? isHeading(headings) : isNamed(headings, fields.text))
      return { headings, isSure: true }
    first ??= headings
  }
  return first === null ? null : { headings: first, isSure: false }
}

function describeOther(name: string, headings: readonly string[]): string {
  // In quotation marks: what is quoted of an entry makes its failure no other than that of the next.
  const has = headings
    .filter(heading => heading.trim() !== '')
    .slice(0, 8)
    .join(', ')
    .slice(0, 200)
  return `its sheet “${name.slice(0, 60)}” has no column for the text (it has “${has}”): name it with --field text=NAME`
}

/** Names of the sheets in their order. */
async function sheetsOf(library: Library, bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = []
  const list = ({ name }: { readonly name: string }) => {
    names.push(name)
    return false
  }
  await guard(library.readXlsx(bytes, { sheets: list }))
  return names
}

async function* rowsOf(library: Library, bytes: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  const rows = library.streamXlsxRows(bytes, { sheet })
  for (let next = await guard(rows.next()); next.done !== true; next = await guard(rows.next())) {
    if (next.value.values.some(value => value !== null && value !== '')) yield next.value
  }
}

/** Whatever the library throws, it could not make sense of the file. */
async function guard<Result>(action: Promise<Result>): Promise<Result> {
  try {
    return await action
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is no workbook that can be read (${reason}): save it again`)
  }
}
