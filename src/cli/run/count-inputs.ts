import type { Discovered } from '../../read/discover.ts'
import { holdsOneArticle } from '../../read/formats.ts'

/** How many inputs there will be, or null where a file or standard input may hold any number. */
export function countInputs(inputs: Iterable<Discovered>): number | null {
  let total = 0
  for (const { kind, uri } of inputs) {
    if (kind === 'standard-input' || (kind === 'file' && !holdsOneArticle(uri))) return null
    total += 1
  }
  return total
}
