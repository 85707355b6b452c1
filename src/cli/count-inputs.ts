import type { Discovered } from '../read/discover.ts'
import { extensionOf } from '../read/formats.ts'
import { html } from '../read/html.ts'
import { plainText } from '../read/plain-text.ts'

/** Files that hold one article each, going by their names. */
const ONE_ARTICLE: readonly string[] = [...plainText.extensions, ...html.extensions]

/** How many inputs there will be, or null where a file or standard input may hold any number. */
export function countInputs(inputs: Iterable<Discovered>): number | null {
  let total = 0
  for (const { kind, uri } of inputs) {
    if (kind === 'standard-input' || (kind === 'file' && !ONE_ARTICLE.includes(extensionOf(uri)))) return null
    total += 1
  }
  return total
}
