/**
 * A half-open range of characters, `[start, end)`.
 *
 * The unit depends on where the span lives: UTF-16 code units inside the pipeline (what JavaScript slices by),
 * Unicode code points in every record, database row and export (what SQLite `substr`, Python and the W3C
 * TextPositionSelector count). Only `code-points.ts` converts between them.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words of `text` that `span` covers (same unit as `String.prototype.slice`: UTF-16). */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** A span of `text` (UTF-16) without white space at its ends; it ends before it begins where there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  const words = sliceOf(text, span)
  return {
    start: span.start + words.length - words.trimStart().length,
    end: span.start + words.trimEnd().length,
  }
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** All characters that any of the spans covers, in the order of the text: what overlaps or touches is one span. */
export function uniteSpans(spans: readonly Span[]): Span[] {
  const united: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1)
    if (last === undefined || start > last.end) united.push({ start, end })
    else united[united.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return united
}

/** From the first character of any to the last; null where there are none. */
export function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
