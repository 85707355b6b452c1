import type { Attribution } from '../../src/domain/layers.ts'
import { contains, overlaps, type Span } from '../../src/domain/span.ts'

/**
 * Links every attribution whose whole cue stands in another's content to the one with the smallest such content. A
 * parent's content is longer than its child's, so that no attribution can be its own ancestor.
 */
export function linkParents(attributions: readonly Attribution[]): Attribution[] {
  return attributions.map(child => {
    const parent = findParent(child, attributions)
    return child.parent === parent ? child : { ...child, parent }
  })
}

/** Index of the attribution that an attribution is nested in, or null. */
export function findParent(child: Attribution, attributions: readonly Attribution[]): number | null {
  const own = lengthOf(child.content)
  let parent: number | null = null
  let smallest = Infinity
  for (const [i, { content }] of attributions.entries()) {
    const length = lengthOf(content)
    if (length <= own || length >= smallest) continue
    if (!child.cue.every(part => content.some(span => contains(span, part)))) continue
    parent = i
    smallest = length
  }
  return parent
}

function lengthOf(spans: readonly Span[]): number {
  let length = 0
  for (const { start, end } of spans) length += end - start
  return length
}

/** Whether some word of the two cues is the same. */
export function sharesCue(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(one => b.some(other => overlaps(one, other)))
}
