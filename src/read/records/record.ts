import type { MetadataField } from '../../domain/article.ts'
import { sha256 } from '../article/create-article.ts'
import { type Draft, toOutcome } from '../article/draft.ts'
import { withoutOutlet } from '../feeds/without-outlet.ts'
import type { Origin, ReadContext, ReadFailure, ReadOutcome } from '../format.ts'
import { Unreadable } from '../limits/limits.ts'
import { isNinjs, readNinjs } from './ninjs.ts'
import { type Field, OpenRecord, type Role, USUAL_FIELDS } from './record-fields.ts'
import type { RecordOrigin } from './record-origin.ts'
import { type RecordText, readText } from './record-text.ts'
import { addressIn, bylineIn, isTime, languageIn, publisherIn, timeIn, wordsIn } from './record-values.ts'
import { shapeOf } from './shapes/shapes.ts'

/** As {@link readRecord} for one record of many: one that exceeds a limit costs the others nothing. */
export function readEntry(record: unknown, origin: RecordOrigin, context: ReadContext): ReadOutcome {
  try {
    return readRecord(record, origin, context)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { location, raw } = origin
    const rawSha256 = typeof raw === 'string' ? raw : sha256(raw)
    return { outcome: 'failed', uri: location, kind: error.kind, error: error.message, origin: { location, rawSha256 } }
  }
}

/** The outcome of one record: a line of JSONL, an item of a list, a row of a table. */
function readRecord(record: unknown, origin: RecordOrigin, context: ReadContext): ReadOutcome {
  const { location, raw, decodedAs, decodedHow } = origin
  const about: Partial<Origin> & { location: string } = {
    location,
    rawSha256: typeof raw === 'string' ? raw : sha256(raw),
    ...(decodedHow === undefined ? {} : { decodedHow }),
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return fail(about, 'malformed', 'it is no JSON object: give one object an article')
  }
  const isNamed = context.fields.text !== undefined
  if (isNinjs(record) && !isNamed) return readNinjs(record, origin, context)
  const shape = shapeOf(record)
  if (shape?.isNoArticle !== undefined && !isNamed) {
    return fail(about, 'no-text', `it is ${shape.isNoArticle}: fetch the page at its address and give that`)
  }
  const open = new OpenRecord(record, context.fields, shape?.roles)
  const body = findText(open, context)
  if (typeof body === 'string') return fail(about, 'no-text', body)
  if (body === null) return { outcome: 'skipped', uri: location, reason: 'empty', origin: about }
  return toOutcome({ ...metadataOf(open), ...body, decodedAs }, raw, about)
}

/** The text of a record, or its summary with a warning; null when both are empty, a message when there is none. */
function findText(open: OpenRecord, context: ReadContext): RecordText | string | null {
  const fields = [...open.fieldsFor('text')]
  const { found, isEmpty, leftOut } = firstText(fields, context)
  if (found !== null) return found
  if (context.fields.text === undefined) {
    const summary = firstText([...open.fieldsFor('summary')], context).found
    if (summary !== null && open.fieldsFor('title').some(({ value }) => wordsIn(value) !== undefined)) {
      const warnings = [...summary.warnings, 'the record gives only a summary of it']
      return { ...summary, warnings, leftOut: [...leftOut, ...summary.leftOut] }
    }
  }
  if (isEmpty) return null
  if (fields.length > 0) return 'its text is no string: name the right field with --field text=NAME'
  return describeMissing(open, context)
}

function firstText(
  fields: readonly Field[],
  { limits }: ReadContext,
): { readonly found: RecordText | null; readonly isEmpty: boolean; readonly leftOut: RecordText['leftOut'] } {
  const leftOut = []
  let isEmpty = false
  for (const { value } of fields) {
    const text = readText(value, limits)
    if (text !== null && text.text.trim() !== '') return { found: text, isEmpty: false, leftOut: [] }
    isEmpty ||= text !== null || value === null
    if (text !== null) leftOut.push(...text.leftOut)
  }
  return { found: null, isEmpty, leftOut }
}

/** Each kind of metadata: its role, its name in the draft and in the article, and what a value says of it. */
const METADATA: readonly {
  readonly role: Role
  readonly field: MetadataField
  readonly key: keyof Draft
  readonly read: (value: unknown) => unknown
}[] = [
  { role: 'title', field: 'title', key: 'title', read: wordsIn },
  { role: 'byline', field: 'byline', key: 'byline', read: bylineIn },
  { role: 'publisher', field: 'publisher', key: 'publisher', read: publisherIn },
  { role: 'published', field: 'publishedAt', key: 'published', read: readableTime },
  { role: 'modified', field: 'modifiedAt', key: 'modified', read: readableTime },
  { role: 'language', field: 'language', key: 'language', read: languageIn },
  { role: 'section', field: 'section', key: 'section', read: wordsIn },
  { role: 'uri', field: 'uri', key: 'uri', read: addressIn },
]

function metadataOf(open: OpenRecord): Pick<Draft, 'origins'> {
  const draft: Record<string, unknown> = {}
  const origins: Partial<Record<MetadataField, string>> = {}
  for (const { role, field, key, read } of METADATA) {
    for (const { name, value } of open.fieldsFor(role)) {
      const found = read(value)
      if (found === undefined) continue
      draft[key] = found
      origins[field] = `field "${name.slice(0, 100)}"`
      break
    }
  }
  const outlets = [draft.publisher].flat().filter(name => typeof name === 'string')
  if (typeof draft.title === 'string') draft.title = withoutOutlet(draft.title, outlets)
  // A time that cannot be read is told of where no other can.
  draft.published ??= [...open.fieldsFor('published')].map(({ value }) => timeIn(value)).find(value => value !== '')
  return { ...draft, origins }
}

function readableTime(value: unknown): unknown {
  const time = timeIn(value)
  return isTime(time) ? time : undefined
}

function describeMissing(open: OpenRecord, { fields }: ReadContext): string {
  // In quotation marks: what is quoted of an entry makes its failure no other than that of the next.
  const names = Object.keys(open.record).slice(0, 8).join(', ')
  const has = names === '' ? 'it is empty' : `it has “${names.slice(0, 200)}”`
  if (fields.text !== undefined) return `it has no field ${fields.text} (${has}): name another with --field text=NAME`
  const isNamed = open.fieldsFor('title').some(({ value }) => wordsIn(value) !== undefined)
  if (isNamed && open.fieldsFor('uri').some(({ value }) => addressIn(value) !== undefined)) {
    return `it names an article and holds no text of it (${has}): fetch the page at its address and give that`
  }
  const usual = USUAL_FIELDS.text.slice(1, 5).join(', ')
  return `it has no field for the text (${usual}, …; ${has}): name it with --field text=NAME`
}

function fail(origin: Partial<Origin> & { location: string }, kind: ReadFailure['kind'], error: string): ReadOutcome {
  return { outcome: 'failed', uri: origin.location, kind, error, origin }
}
