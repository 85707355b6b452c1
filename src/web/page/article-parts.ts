import { CodePointOffsets } from '../../domain/code-points.ts'
import type { Span } from '../../domain/span.ts'

/** A longer text is shown in parts, each of whole paragraphs and about this many code points. */
export const PART_SIZE = 60_000
/** And of no more claims than this, unless one paragraph has them: thousands of cards take long to write and to show. */
const PART_CLAIMS = 300

/** A stretch of an article that is shown on one page. */
export interface ArticlePart extends Span {
  /** Of its paragraphs, without the blank lines between them. */
  readonly paragraphs: readonly Span[]
}

/**
 * Cuts a text at its blank lines into paragraphs, and these into parts. Spans are in code points.
 *
 * @param claims where each claim begins, in ascending order
 */
export function cutIntoParts(text: string, size = PART_SIZE, claims: readonly number[] = []): ArticlePart[] {
  const parts: { paragraphs: Span[] }[] = []
  let filled = Number.POSITIVE_INFINITY
  let [cards, next] = [0, 0]
  for (const paragraph of findParagraphs(text, size)) {
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

function findParagraphs(text: string, size: number): Span[] {
  const offsets = new CodePointOffsets(text)
  const paragraphs: Span[] = []
  const add = (start: number, end: number) => {
    // One that is longer than a part, a file without line ends say, is cut wherever it must be.
    for (let from = start; from < end; from += size) paragraphs.push({ start: from, end: Math.min(end, from + size) })
  }
  let from = 0
  for (const { index, 0: blank } of text.matchAll(/\r?\n[ \t\r]*\n\s*/g)) {
    add(offsets.at(from), offsets.at(index))
    from = index + blank.length
  }
  add(offsets.at(from), offsets.length)
  return paragraphs
}

/** Which part holds an offset; the first when none does. */
export function partAt(parts: readonly ArticlePart[], offset: number): number {
  return Math.max(
    0,
    parts.findLastIndex(part => part.start <= offset),
  )
}
