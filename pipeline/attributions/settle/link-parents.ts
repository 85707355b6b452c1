import type { Attribution } from '../../../src/domain/layers.ts'
import { contains, type Span } from '../../../src/domain/span.ts'
import { PositionIndex } from '../../positions/position-index.ts'
import type { ProposedAttribution, UnlinkedAttribution } from '../found.ts'

/**
 * Links every attribution whose whole cue stands in another's content to the one with the smallest such content. A
 * parent's content is longer than its child's, so that no attribution can be its own ancestor.
 */
export function linkParents(attributions: readonly UnlinkedAttribution[]): Attribution[] {
  const findParent = prepareParents(attributions)
  return attributions.map(child => ({ ...child, parent: findParent(child) }))
}

/** A function that gives the index of the attribution, of these, that another one is nested in, or null. */
export function prepareParents(
  attributions: readonly ProposedAttribution[],
): (child: ProposedAttribution) => number | null {
  const index = new PositionIndex()
  const lengths = attributions.map(({ content }) => lengthOf(content))
  for (const [i, { content }] of attributions.entries()) for (const { start, end } of content) index.add(i, start, end)
  return child => {
    const [first] = child.cue
    if (first === undefined) return null
    const own = lengthOf(child.content)
    let parent: number | null = null
    let smallest = Infinity
    for (const i of index.around(first.start)) {
      const length = lengths[i] as number
      if (length <= own || length >= smallest) continue
      const { content } = attributions[i] as ProposedAttribution
      if (!child.cue.every(part => content.some(span => contains(span, part)))) continue
      parent = i
      smallest = length
    }
    return parent
  }
}

function lengthOf(spans: readonly Span[]): number {
  let length = 0
  for (const { start, end } of spans) length += end - start
  return length
}
