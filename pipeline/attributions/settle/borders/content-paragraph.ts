import type { TokensLayer } from '../../../../src/domain/layers.ts'
import { type Span, sliceOf, trimSpan } from '../../../../src/domain/span.ts'
import { paragraphAt } from '../../../positions/paragraph-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

const MARKS = /["“”„«»‘`]|(?<!\p{L})'/u

/**
 * Content without what stands in another paragraph than the cue: only quotations, and what a colon opens, go on over paragraphs. A
 * headline says nothing of what follows it.
 */
export function inParagraphOfCue(
  text: string,
  { paragraphs }: TokensLayer,
  one: UnlinkedAttribution,
): UnlinkedAttribution {
  const [cue] = one.cue
  const own = cue === undefined ? undefined : paragraphAt(paragraphs, cue.start)
  if (own === undefined || one.cueLemma === ':') return one
  const content = one.content.map((span): Span => {
    if (span.start >= own.start && span.end <= own.end) return span
    const part = { start: Math.max(span.start, own.start), end: Math.min(span.end, own.end) }
    return part.end <= part.start || MARKS.test(sliceOf(text, span)) ? span : trimSpan(text, part)
  })
  return { ...one, content }
}
