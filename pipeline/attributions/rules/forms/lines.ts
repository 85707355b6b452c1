import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'

/**
 * The lines above one that no blank line parts from one another, up to `most`; the nearest only, where a blank line is above it.
 *
 * @param from the first line that may be one of them
 */
export function blockAbove(
  text: string,
  { paragraphs }: TokensLayer,
  line: number,
  most: number,
  from: number,
): readonly Span[] {
  let first = line - 1
  const nearest = paragraphs[first]
  if (nearest === undefined || first < from || (nearest.heading && first === 0)) return []
  while (
    first > from &&
    line - first < most &&
    areJoined(text, paragraphs[first - 1] as Span, paragraphs[first] as Span)
  )
    first -= 1
  return paragraphs.slice(first, line)
}

/** Whether no blank line stands between two lines. A Markdown quotation’s empty line ("> ") joins. */
export function areJoined(text: string, { end }: Span, { start }: Span): boolean {
  return !/\n[^\S\n]*\n/u.test(text.slice(end, Math.min(start, end + 40)).replaceAll('\r\n', '\n'))
}
