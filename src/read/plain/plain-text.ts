import { toOutcome } from '../article/draft.ts'
import { describeBinary } from '../bytes/binary.ts'
import { decode } from '../encodings/decode.ts'
import type { RawInput, ReadContext, ReadOutcome, WholeFormat } from '../format.ts'
import { findFrontMatter, readFrontMatter } from './front-matter.ts'
import { readPaste } from './read-paste.ts'
import { titleOf } from './title.ts'

/** Plain text and Markdown: one file, one article, without what stands around it where it was copied from. */
export const plainText = {
  name: 'text',
  extensions: ['.txt', '.text', '.md'],
  recognises: () => false,
  async *read(input: RawInput, context: Pick<ReadContext, 'whole'>): AsyncGenerator<ReadOutcome> {
    yield await readPlainText(input, context)
  },
} satisfies WholeFormat

/** Reads one plain text. It gives an article, a skipped outcome where it has no words, or a failed one where it is no text. */
export async function readPlainText(
  input: RawInput,
  { whole = false }: Pick<ReadContext, 'whole'>,
): Promise<ReadOutcome> {
  const { uri } = input
  const { text, decodedAs, warnings } = decode(input.bytes, input.charset)
  const binary = describeBinary(input.bytes, decodedAs)
  if (binary !== null) {
    const error = `it is ${binary}, not text: convert it to a text file first`
    return { outcome: 'failed', uri, kind: 'not-text', error }
  }
  if (text.trim() === '') return { outcome: 'skipped', uri, reason: 'empty' }
  const raw = input.rawSha256 ?? input.bytes
  if (whole) {
    const origins = { title: 'first line' }
    return toOutcome({ text, isDecoded: true, title: titleOf(text), origins, decodedAs, warnings }, raw, {
      location: uri,
    })
  }
  const front = findFrontMatter(text)
  const told = front === null ? {} : await readFrontMatter(front.yaml)
  const { pieces: _, origins, ...paste } = readPaste(text, front?.end ?? 0)
  const draft = {
    ...paste,
    ...told,
    isDecoded: true,
    origins: { ...origins, ...told.origins },
    decodedAs,
    warnings: [...warnings, ...(told.warnings ?? [])],
  }
  return toOutcome(draft, raw, { location: uri })
}
