import { describeBinary } from './binary.ts'
import { createArticle } from './create-article.ts'
import { decode } from './decode.ts'
import type { Format, RawInput, ReadOutcome } from './format.ts'
import { titleOf } from './title.ts'

/** Plain text and Markdown, which is stored as it stands: one file, one article. */
export const plainText: Format = {
  name: 'text',
  extensions: ['.txt', '.text', '.md'],
  *read(input: RawInput): Iterable<ReadOutcome> {
    const decoded = decode(input.bytes)
    const binary = describeBinary(input.bytes, decoded.decodedAs)
    if (binary !== null) {
      const error = `it is ${binary}, not text: convert it to a text file first`
      yield { outcome: 'failed', uri: input.uri, kind: 'not-text', error }
    } else if (decoded.text.trim() === '') {
      yield { outcome: 'skipped', uri: input.uri, reason: 'empty' }
    } else {
      const article = createArticle(decoded, input.bytes, { uri: input.uri, title: titleOf(decoded.text) })
      yield { outcome: 'article', article }
    }
  },
}
