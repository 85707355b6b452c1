import { describeBinary } from './binary.ts'
import { createArticle } from './create-article.ts'
import { decode } from './decode.ts'
import type { RawInput, ReadOutcome, WholeFormat } from './format.ts'
import { titleOf } from './title.ts'

/** Plain text and Markdown, which is stored as it stands: one file, one article. */
export const plainText = {
  name: 'text',
  extensions: ['.txt', '.text', '.md'],
  recognises: () => false,
  *read(input: RawInput): Iterable<ReadOutcome> {
    const decoded = decode(input.bytes, input.charset)
    const binary = describeBinary(input.bytes, decoded.decodedAs)
    if (binary !== null) {
      const error = `it is ${binary}, not text: convert it to a text file first`
      yield { outcome: 'failed', uri: input.uri, kind: 'not-text', error }
    } else if (decoded.text.trim() === '') {
      yield { outcome: 'skipped', uri: input.uri, reason: 'empty' }
    } else {
      const metadata = { uri: input.uri, title: titleOf(decoded.text) }
      yield { outcome: 'article', article: createArticle(decoded, input.rawSha256 ?? input.bytes, metadata) }
    }
  },
} satisfies WholeFormat
