import type { Span } from '../../../../src/domain/span.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/**
 * A function that takes from the words for whoever speaks or hears those before them that are the cue of another claim, which
 * the tagger takes for a noun: in "Ann Bo **claims** staff were told", staff were told.
 */
export function prepareLeaveCues(
  text: string,
  attributions: readonly UnlinkedAttribution[],
): (one: UnlinkedAttribution) => UnlinkedAttribution {
  const ends = new Map(attributions.flatMap(({ cue: [first] }) => (first ? [[first.start, first.end] as const] : [])))
  const leave = (span: Span): Span => {
    const end = ends.get(span.start)
    if (end === undefined || end >= span.end) return span
    const rest = text.slice(end, span.end)
    return { start: end + rest.length - rest.trimStart().length, end: span.end }
  }
  const isCut = ({ start }: Span) => ends.has(start)
  return one =>
    one.source.some(isCut) || one.addressee.some(isCut)
      ? { ...one, source: one.source.map(leave), addressee: one.addressee.map(leave) }
      : one
}
