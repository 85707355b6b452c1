import type { Span } from '../../../domain/span.ts'
import { CodePointOffsets } from '../../../domain/text/code-points.ts'

/** A longer text is shown in parts, each of whole paragraphs and about this many code points. */
export const PART_SIZE = 60_000
/** And of no more claims than this: thousands of cards take long to write and to show. */
const PART_CLAIMS = 300

/** A line that is longer than anybody wraps lines by hand, in UTF-16 units, says that a line end ends a paragraph. */
const LONGEST_WRAPPED = 120

/** A stretch of an article that is shown on one page. */
export interface ArticlePart extends Span {
  /** Of its paragraphs, without the blank lines between them. */
  readonly paragraphs: readonly Span[]
}

/**
 * Cuts a text at its blank lines into paragraphs (where lines are paragraphs, at every line end), and these into parts.
 * Spans are in code points.
 *
 * @param claims where each claim begins, in ascending order
 */
export function cutIntoParts(text: string, size = PART_SIZE, claims: readonly number[] = []): ArticlePart[] {
  const parts: { paragraphs: Span[] }[] = []
  let filled = Number.POSITIVE_INFINITY
  let [cards, next] = [0, 0]
  for (const paragraph of findParagraphs(text, size).flatMap(one => cutAtClaims(one, claims))) {
    const first = next
    while (next < claims.length && (claims[next] as number) < paragraph.end) next++
    if (filled + paragraph.end - paragraph.start > size || (cards > 0 && cards + next - first > PART_CLAIMS)) {
      parts.push({ paragraphs: [] })
      filled = 0
      cards = 0
    }
    parts.at(-1)?.paragraphs.push(paragraph)
    filled += paragraph.end - paragraph.start
    cards += next - first
  }
  return parts.map(({ paragraphs }) => ({
    paragraphs,
    start: paragraphs[0]?.start ?? 0,
    end: paragraphs.at(-1)?.end ?? 0,
  }))
}

/** A paragraph with more claims than a part may have is cut before one of them, as one that is too long is anywhere. */
function cutAtClaims(paragraph: Span, claims: readonly number[]): Span[] {
  const inside = claims.filter(start => paragraph.start < start && start < paragraph.end)
  const borders = inside.filter((start, index) => (index + 1) % PART_CLAIMS === 0 && start !== inside[index - 1])
  return [paragraph.start, ...borders].map((start, index) => ({ start, end: borders[index] ?? paragraph.end }))
}

function findParagraphs(text: string, size: number): Span[] {
  const offsets = new CodePointOffsets(text)
  const paragraphs: Span[] = []
  const add = (start: number, end: number) => {
    // One that is longer than a part, a file without line ends say, is cut wherever it must be.
    for (let from = start; from < end; from += size) paragraphs.push({ start: from, end: Math.min(end, from + size) })
  }
  const cut = (from: number, to: number, border: RegExp, take: (from: number, to: number) => void) => {
    let start = from
    for (const { index, 0: blank } of text.slice(from, to).matchAll(border)) {
      take(start, from + index)
      start = from + index + blank.length
    }
    take(start, to)
  }
  const addLines = (from: number, to: number) => {
    const isWrapped = text
      .slice(from, to)
      .split('\n')
      .every(line => line.length <= LONGEST_WRAPPED)
    if (isWrapped) add(offsets.at(from), offsets.at(to))
    else cut(from, to, /\s*\n\s*/g, (start, end) => add(offsets.at(start), offsets.at(end)))
  }
  cut(0, text.length, /\r?\n[ \t\r]*\n\s*/g, addLines)
  return paragraphs
}

/** Which part holds an offset; the first when none does. */
export function partAt(parts: readonly ArticlePart[], offset: number): number {
  return Math.max(
    0,
    parts.findLastIndex(part => part.start <= offset),
  )
}
