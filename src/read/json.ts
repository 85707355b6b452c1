import { sha256 } from './create-article.ts'
import { decode } from './decode.ts'
import { isJsonFeed } from './feed.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from './format.ts'
import { Unreadable } from './limits.ts'
import { parseJson } from './parse-json.ts'
import { readRecord } from './record.ts'

/** Fields that services keep their list of articles in. */
const LISTS = ['articles', 'items', 'results', 'docs', 'documents', 'data', 'records', 'news', 'stories']

/** JSON: a list of articles, an object that holds such a list, one article, a ninjs item, a JSON Feed. */
export const json: WholeFormat = {
  name: 'json',
  extensions: ['.json'],
  isSeldomArticles: true,
  recognises: ({ text }: Opening) => /^\s*(?:\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*\{\s*")/.test(text),
  async *read(input: RawInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    const { text, decodedAs } = decode(input.bytes, input.charset)
    if (text.trim() === '') {
      yield { outcome: 'skipped', uri: input.uri, reason: 'empty' }
      return
    }
    const value = parseJson(text, context.limits)
    const raw = input.rawSha256 ?? sha256(input.bytes)
    if (isJsonFeed(value)) {
      const { readJsonFeed } = await import('./read-feed.ts')
      yield* readJsonFeed(value, { ...input, rawSha256: raw }, context, decodedAs)
      return
    }
    const { records, pointer } = recordsOf(value)
    if (records === null) {
      const origin = { location: input.uri, raw, decodedAs, decodedHow: describe('json', decodedAs) }
      yield readRecord(value, origin, context)
      return
    }
    if (records.length === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'its list of articles is empty' }
    for (const [index, record] of records.entries()) {
      if (index === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
      // A JSON Pointer in the fragment, as RFC 6901 has it.
      const location = `${input.uri}#${pointer}/${index}`
      yield readRecord(record, { location, raw, decodedAs, decodedHow: describe('json', decodedAs) }, context)
    }
  },
}

/** How a text was decoded, in the manner of a media type. */
export function describe(format: string, decodedAs: string): string {
  return `${format}; charset=${decodedAs}`
}

export function tooMany(maxEntries: number): Unreadable {
  return new Unreadable(
    'too-many',
    `it has more than ${maxEntries} entries, and the others were not read: split it, or raise the limit with --max-entries`,
  )
}

function recordsOf(value: unknown): { readonly records: readonly unknown[] | null; readonly pointer: string } {
  if (Array.isArray(value)) return { records: value, pointer: '' }
  if (typeof value === 'object' && value !== null) {
    for (const name of LISTS) {
      const list = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
      const isListOfRecords = Array.isArray(list) && list.every(item => typeof item === 'object' && item !== null)
      if (isListOfRecords) return { records: list, pointer: `/${name}` }
    }
  }
  return { records: null, pointer: '' }
}
