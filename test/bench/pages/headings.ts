import { charsetOf } from '../../../src/read/charset.ts'
import { decode } from '../../../src/read/decode.ts'
import { DEFAULT_LIMITS } from '../../../src/read/limits.ts'
import { elementsOf, wordsOf } from '../../../src/read/markup/markup-node.ts'
import { parsePage } from '../../../src/read/markup/parse-html.ts'

/** The words of a page's main headings. */
export function headingsOf(html: Uint8Array): readonly string[] {
  const { text } = decode(html, charsetOf(html))
  const elements = [...elementsOf(parsePage(text, DEFAULT_LIMITS))]
  return elements.filter(({ nodeName }) => nodeName === 'h1').map(wordsOf)
}
