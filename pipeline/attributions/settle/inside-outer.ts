import { contains, type Span } from '../../../src/domain/span.ts'
import { PositionIndex } from '../../positions/position-index.ts'
import type { ProposedAttribution } from '../found.ts'

/** Places of attributions by where their contents are. */
export function indexContents(attributions: readonly ProposedAttribution[]): PositionIndex {
  const index = new PositionIndex()
  for (const [i, { content }] of attributions.entries()) for (const { start, end } of content) index.add(i, start, end)
  return index
}

/**
 * A function that ends the content of an attribution where the content ends that holds its cue: in "She told police that it
 * leaked, her brother said" what she told does not go on over her brother's words.
 *
 * @param holders attributions whose contents may hold others
 */
export function prepareEndInside<One extends ProposedAttribution>(
  text: string,
  holders: readonly ProposedAttribution[],
): (one: One) => One {
  const index = indexContents(holders)
  return one => {
    const [cue] = one.cue
    const last = one.content.at(-1)
    if (cue === undefined || last === undefined) return one
    let content = one.content
    for (const i of index.around(cue.start)) {
      const holder = holders[i] as ProposedAttribution
      const around = holder.content.find(span => contains(span, cue))
      if (around === undefined || !runsOver(one, holder, around)) continue
      content = cutAt(text, content, around.end)
    }
    return content === one.content || content.length === 0 ? one : { ...one, content }
  }
}

/** Whether a content goes on behind the holder's over the holder's own cue. */
function runsOver({ content }: ProposedAttribution, holder: ProposedAttribution, around: Span): boolean {
  const [cue] = holder.cue
  if (cue === undefined || cue.start < around.end) return false
  return content.some(span => contains(span, cue) && contains(around, { start: span.start, end: span.start }))
}

function cutAt(text: string, spans: readonly Span[], at: number): Span[] {
  return spans.flatMap(({ start, end }) => {
    if (start >= at) return []
    const words = text.slice(start, Math.min(end, at))
    return [{ start, end: start + words.replace(/[\s,;:]+$/u, '').length }]
  })
}

/** A sentence that holds more is no news, and looking at all of each would cost the square. */
const MOST_TRIED = 20

/** Those attributions whose content is a whole attribution of a quotation: “…,” a guard told police, her lawyer said. */
export function findOuter(
  attributions: readonly ProposedAttribution[],
  isOuter: (one: ProposedAttribution) => boolean,
  isInner: (one: ProposedAttribution) => boolean,
): ReadonlySet<ProposedAttribution> {
  const index = new PositionIndex()
  const inner = attributions.filter(isInner)
  for (const [
    i,
    {
      cue: [cue],
    },
  ] of inner.entries())
    if (cue !== undefined) index.add(i, cue.start, cue.end)
  const holds = (content: readonly Span[], parts: readonly Span[]) =>
    parts.every(part => content.some(span => contains(span, part)))
  return new Set(
    attributions.filter(one => {
      const span = one.content[0]
      if (span === undefined || !isOuter(one)) return false
      let tried = 0
      for (const i of index.within(span.start, span.end)) {
        tried += 1
        if (tried > MOST_TRIED) return false
        const other = inner[i] as ProposedAttribution
        if (other !== one && holds(one.content, [...other.source, ...other.cue, ...other.content])) return true
      }
      return false
    }),
  )
}
