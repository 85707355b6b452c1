import type { Paragraph, TokensLayer } from '../../../../src/domain/layers.ts'
import { type Span, trimSpan } from '../../../../src/domain/span.ts'
import { paragraphAt } from '../../../positions/paragraph-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { isByForm } from '../../rules/forms/form.ts'

/**
 * An attribution whose content stays on its side of a heading: what a headline attributes ends with it, and what running text
 * attributes neither begins in a heading above nor ends in one below. The model sees no paragraphs that end without a mark.
 */
export function keepToHeading(text: string, layer: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const [cue] = one.cue
  if (cue === undefined || isByForm(one)) return one
  const own = paragraphAt(layer.paragraphs, cue.start)
  if (own === undefined) return one
  const content = one.content.flatMap(span => {
    const kept = own.heading ? keepIn(text, own, span) : leaveHeadings(text, layer.paragraphs, span)
    return kept.start < kept.end ? [kept] : []
  })
  return content.length === 0 ? one : { ...one, content }
}

function keepIn(text: string, own: Paragraph, { start, end }: Span): Span {
  return {
    start: isSetOff(text, start, own.start) ? own.start : start,
    end: isSetOff(text, own.end, end) ? own.end : end,
  }
}

function leaveHeadings(text: string, paragraphs: readonly Paragraph[], span: Span): Span {
  const [above, below] = [paragraphAt(paragraphs, span.start), paragraphAt(paragraphs, span.end - 1)]
  if (above === below) return span
  const from = above?.heading === true ? above.end : span.start
  const to = below?.heading === true ? below.start : span.end
  const kept = trimSpan(text, { start: from, end: to })
  return to - from === span.end - span.start || kept.start >= kept.end ? span : kept
}

/** Whether a blank line stands between two places; a line that was only broken looks like a heading, too. */
function isSetOff(text: string, from: number, to: number): boolean {
  return from < to && /\n[^\S\n]*\n/u.test(text.slice(from, to))
}
