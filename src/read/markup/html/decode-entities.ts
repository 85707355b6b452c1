import { parseFragment } from 'parse5'
import { isText, type MarkupNode } from './markup-node.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i
/** What was written for markup and then for JSON or XML is encoded twice. */
const TIMES = 2

/**
 * A line of metadata with its character references as characters: pages and feeds often encode what needs no encoding.
 *
 * @example
 * decodeEntities('Quay&#8217;s end') // → 'Quay’s end'
 */
export function decodeEntities(line: string): string {
  let decoded = line
  for (let time = 0; time < TIMES && ENTITY.test(decoded); time += 1) {
    const { childNodes } = parseFragment(decoded.replaceAll('<', '&lt;'))
    decoded = (childNodes as MarkupNode[]).map(node => (isText(node) ? node.value : '')).join('')
  }
  return decoded
}
