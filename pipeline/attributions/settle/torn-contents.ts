import { contains, type Span } from '../../../src/domain/span.ts'
import type { UnlinkedAttribution } from '../found.ts'
import { indexContents } from './inside-outer.ts'

/**
 * A function that takes from a content of several parts those that are only pieces of what another claim has whole, where the
 * cue stands outside of that: in "she said it was late. “They made up their minds,”" no last words of the quotation are her
 * late hour's, when the quotation is another claim's.
 */
export function prepareLeaveTorn<One extends UnlinkedAttribution>(
  holders: readonly UnlinkedAttribution[],
): (one: One) => One {
  const index = indexContents(holders)
  return one => {
    const [first, ...rest] = one.content
    if (first === undefined || rest.length === 0) return one
    const isTorn = (part: Span) => index.around(part.start).some(i => tears(one, holders[i] as One, part))
    const kept = [first, ...rest.filter(part => !isTorn(part))]
    return kept.length === one.content.length ? one : { ...one, content: kept }
  }
}

/** Whether a part begins behind where another's begins and ends with it, and the cue is no part of it. */
function tears({ cue }: UnlinkedAttribution, holder: UnlinkedAttribution, part: Span): boolean {
  const whole = holder.content.find(span => contains(span, part) && span.start < part.start)
  return whole !== undefined && !cue.some(span => contains(whole, span))
}
