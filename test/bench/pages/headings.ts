import { charsetOf } from '../../../src/read/encodings/charset.ts'
import { decode } from '../../../src/read/encodings/decode.ts'
import { DEFAULT_LIMITS } from '../../../src/read/limits/limits.ts'
import { elementsOf, wordsOf } from '../../../src/read/markup/html/markup-node.ts'
import { parsePage } from '../../../src/read/markup/html/parse-html.ts'

/** The words of a page's main headings. */
export function headingsOf(html: Uint8Array): readonly string[] {
  const { text } = decode(html, charsetOf(html))
  const elements = [...elementsOf(parsePage(text, DEFAULT_LIMITS))]
  return elements.filter(({ nodeName }) => nodeName === 'h1').map(wordsOf)
}
