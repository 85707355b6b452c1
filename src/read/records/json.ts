import { sha256 } from '../article/create-article.ts'
import { decode } from '../encodings/decode.ts'
import { describe } from '../encodings/decoded-how.ts'
import { isJsonFeed } from '../feeds/feed.ts'
import type { Opening, RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { tooMany } from '../limits/too-many.ts'
import { findRecords, listEntries } from './find-records.ts'
import { parseJson } from './parse-json.ts'
import { readEntry } from './record.ts'

/** JSON: one article, articles in lists and objects of any kind, ninjs items, a JSON Feed. */
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
      const { readJsonFeed } = await import('../feeds/read-feed.ts')
      yield* readJsonFeed(value, { ...input, rawSha256: raw }, context, decodedAs)
      return
    }
    const found = findRecords(value, context.fields)
    const records = found.length > 0 ? found : (listEntries(value) ?? [{ record: value, pointer: '' }])
    if (records.length === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'its list of articles is empty' }
    for (const [index, { record, pointer }] of records.entries()) {
      if (index === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
      const location = locate(input.uri, pointer)
      yield readEntry(record, { location, raw, decodedAs, decodedHow: describe('json', decodedAs) }, context)
    }
  },
}

/** A JSON Pointer in the fragment, as RFC 6901 has it. */
function locate(uri: string, pointer: string): string {
  return pointer === '' ? uri : `${uri}#${pointer}`
}
