import { type Span, uniteSpans } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'

/**
 * Spans (code points) by which two ways to mark the same words are told to be the same: in text order, cut where lines
 * end, without white space at their ends, and joined where they touch. Tools differ in all of that.
 */
export function canonicalSpans(text: CodePointText, spans: readonly Span[]): Span[] {
  return uniteSpans(spans.flatMap(span => cutAtLineEnds(text, span)))
}

/** The same as a word to compare by. */
export function canonicalKey(text: CodePointText, spans: readonly Span[]): string {
  return canonicalSpans(text, spans)
    .map(({ start, end }) => `${start}-${end}`)
    .join(',')
}

/** Spans in text order, of which those that only a line end parts are one again. */
export function joinOverLineEnds(text: CodePointText, spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    const between = last === undefined ? null : text.slice({ start: last.end, end: span.start })
    if (last !== undefined && between !== null && /^\s*[\r\n]\s*$/.test(between))
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}

function cutAtLineEnds(text: CodePointText, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let at = start
  for (const piece of text.slice({ start, end }).split(/([\r\n]+)/)) {
    const length = Array.from(piece).length
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const from = at + Array.from(piece.slice(0, piece.length - piece.trimStart().length)).length
      pieces.push({ start: from, end: from + Array.from(trimmed).length })
    }
    at += length
  }
  return pieces
}
