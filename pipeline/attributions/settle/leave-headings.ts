import type { Paragraph, TokensLayer } from '../../../src/domain/layers.ts'
import { overlaps, type Span } from '../../../src/domain/span.ts'
import { paragraphAt } from '../../paragraph-search.ts'
import type { UnlinkedAttribution } from '../found.ts'

/** A content without the heading that stands above its first words or below its last ones: nobody says it who speaks in running text. */
export function leaveHeadings(
  text: string,
  { paragraphs }: TokensLayer,
  one: UnlinkedAttribution,
): UnlinkedAttribution {
  const isForeign = (paragraph: Paragraph | undefined): paragraph is Paragraph =>
    paragraph?.heading === true && !one.cue.some(span => overlaps(span, paragraph))
  let isCut = false
  const content = one.content.map((span): Span => {
    const [above, below] = [paragraphAt(paragraphs, span.start), paragraphAt(paragraphs, span.end - 1)]
    if (above === below) return span
    const from = isForeign(above) ? above.end : span.start
    const to = isForeign(below) ? below.start : span.end
    const words = text.slice(from, to)
    if (words.length === span.end - span.start || words.trim() === '') return span
    isCut = true
    const start = from + (words.length - words.trimStart().length)
    return { start, end: start + words.trim().length }
  })
  return isCut ? { ...one, content } : one
}
