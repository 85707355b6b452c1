import { sha256 } from './create-article.ts'
import { type Draft, toOutcome } from './draft.ts'
import type { Origin, ReadContext, ReadFailure, ReadOutcome } from './format.ts'
import { looksLikeMarkup, readFragment } from './markup/read-fragment.ts'
import { isNinjs, readNinjs } from './ninjs.ts'
import { fieldOf, USUAL_FIELDS } from './record-fields.ts'

/** Where a record stands and what its bytes are. */
export interface RecordOrigin {
  readonly location: string
  readonly raw: Uint8Array | string
  readonly decodedAs: string
  readonly decodedHow?: string
}

/** The outcome of one record: a line of JSONL, an item of a list, a row of a table. */
export function readRecord(record: unknown, origin: RecordOrigin, context: ReadContext): ReadOutcome {
  const { location, raw, decodedAs, decodedHow } = origin
  const about: Partial<Origin> & { location: string } = {
    location,
    rawSha256: typeof raw === 'string' ? raw : sha256(raw),
    ...(decodedHow === undefined ? {} : { decodedHow }),
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return fail(about, 'malformed', 'it is no JSON object: give one object an article')
  }
  if (isNinjs(record) && context.fields.text === undefined) return readNinjs(record, origin, context)
  const text = fieldOf(record, 'text', context.fields)
  if (text === undefined) return fail(about, 'no-text', describeMissing(record, context))
  if (text === null) return { outcome: 'skipped', uri: location, reason: 'empty', origin: about }
  const body = textOf(text, context)
  if (body === null) return fail(about, 'no-text', 'its text is no string: name the right field with --field text=NAME')
  const draft: Draft = { text: body, decodedAs, ...metadataOf(record, context) }
  return toOutcome(draft, raw, about)
}

/** Records keep plain text, paragraphs in a list, or the markup of a web page's body. */
function textOf(value: unknown, { limits }: ReadContext): string | null {
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value.join('\n\n')
  if (typeof value !== 'string') return null
  return looksLikeMarkup(value) ? readFragment(value, limits) : value
}

function metadataOf(record: object, { fields }: ReadContext): Omit<Draft, 'text' | 'decodedAs'> {
  return {
    title: fieldOf(record, 'title', fields),
    byline: fieldOf(record, 'byline', fields),
    publisher: fieldOf(record, 'publisher', fields),
    published: fieldOf(record, 'published', fields),
    language: fieldOf(record, 'language', fields),
    uri: fieldOf(record, 'uri', fields),
  }
}

function describeMissing(record: object, { fields }: ReadContext): string {
  // In quotation marks: what is quoted of an entry makes its failure no other than that of the next.
  const names = Object.keys(record).slice(0, 8).join(', ')
  const has = names === '' ? 'it is empty' : `it has “${names.slice(0, 200)}”`
  if (fields.text !== undefined) return `it has no field ${fields.text} (${has}): name another with --field text=NAME`
  const usual = USUAL_FIELDS.text.slice(0, 4).join(', ')
  return `it has no field for the text (${usual}, …; ${has}): name it with --field text=NAME`
}

function fail(origin: Partial<Origin> & { location: string }, kind: ReadFailure['kind'], error: string): ReadOutcome {
  return { outcome: 'failed', uri: origin.location, kind, error, origin }
}
