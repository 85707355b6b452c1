import { sha256 } from '../article/create-article.ts'
import { type Line, splitLines } from '../bytes/split-lines.ts'
import { decode } from '../encodings/decode.ts'
import { describe } from '../encodings/decoded-how.ts'
import { streamEncodingOf, toUtf8 } from '../encodings/stream-encoding.ts'
import type { Opening, ReadContext, ReadOutcome, StreamedFormat, StreamedInput } from '../format.ts'
import { tooLarge, Unreadable } from '../limits/limits.ts'
import { tooMany } from '../limits/too-many.ts'
import { findRecords } from './find-records.ts'
import { parseJson } from './parse-json.ts'
import { readEntry } from './record.ts'

/** JSON Lines: one JSON object a line, one article each, or several where a line holds a list of them. */
export const jsonl: StreamedFormat = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  recognises: isSeveralObjects,
  async *stream(input: StreamedInput, context: ReadContext): AsyncGenerator<ReadOutcome> {
    let read = 0
    const encoding = streamEncodingOf(input.opening)
    // A broken byte costs its line only, which is why others than UTF-16 are decoded line by line.
    const wide = encoding.startsWith('utf-16') ? encoding : null
    const chunks = wide === null ? input.chunks : toUtf8(input.chunks, wide)
    for await (const line of splitLines(chunks, context.limits.maxBytes)) {
      for (const outcome of readLine(line, `${input.uri}#L${line.number}`, { ...context, wide })) {
        if (read === context.limits.maxEntries) throw tooMany(context.limits.maxEntries)
        read += 1
        yield outcome
      }
    }
    if (read === 0) yield { outcome: 'skipped', uri: input.uri, reason: 'empty' }
  },
}

/** One outcome, as many as the line's lists hold records, or none for an empty line. */
function* readLine(
  line: Line,
  location: string,
  { wide, ...context }: ReadContext & { readonly wide: string | null },
): Generator<ReadOutcome> {
  try {
    if ('isTooLarge' in line) throw tooLarge(context.limits.maxBytes)
    const { text, decodedAs: narrow } = decode(line.bytes, 'utf-8')
    if (text.trim() === '') return
    const decodedAs = wide ?? narrow
    const origin = { raw: line.bytes, decodedAs, decodedHow: describe('jsonl', decodedAs) }
    const value = parseJson(text, context.limits)
    const found = findRecords(value, context.fields)
    for (const { record, pointer } of found.length > 0 ? found : [{ record: value, pointer: '' }]) {
      yield readEntry(record, { ...origin, location: `${location}${pointer}` }, context)
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const origin = { location, ...('bytes' in line ? { rawSha256: sha256(line.bytes) } : {}) }
    yield { outcome: 'failed', uri: location, kind: error.kind, error: error.message, origin }
  }
}

function isSeveralObjects({ text }: Opening): boolean {
  const lines = text.split('\n', 3)
  if (lines[0] === undefined || !/^\s*\{\s*"/.test(lines[0]) || !/^\s*\{/.test(lines[1] ?? '')) return false
  try {
    JSON.parse(lines[0])
    return true
  } catch {
    return false
  }
}
