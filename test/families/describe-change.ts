import type { VersionChange } from '../../src/families/versions/change.ts'

/**
 * A change in a line: what it is, and of the words before and after those that differ.
 *
 * @example
 * 'changed content: sunset → dawn'
 */
export function describeChange({ change, field, before, after }: VersionChange): string {
  const [was, is] = before === null || after === null ? [before ?? '', after ?? ''] : trimShared(before, after)
  return `${change}${field === null ? '' : ` ${field}`}: ${was} → ${is}`.replaceAll(/\s+/g, ' ').trim()
}

/** Two texts without the words that both begin and end with. */
function trimShared(before: string, after: string): [string, string] {
  const [words, others] = [before.split(/\s+/), after.split(/\s+/)]
  let [first, last] = [0, 0]
  const least = Math.min(words.length, others.length)
  while (first < least && words[first] === others[first]) first++
  while (last < least - first && words.at(-1 - last) === others.at(-1 - last)) last++
  return [words.slice(first, words.length - last).join(' '), others.slice(first, others.length - last).join(' ')]
}
