import { CodePointOffsets } from '../../domain/code-points.ts'
import type { Span } from '../../domain/span.ts'

/** A longer text is shown in parts, each of whole paragraphs and about this many code points. */
export const PART_SIZE = 60_000

/** A stretch of an article that is shown on one page. */
export interface ArticlePart extends Span {
  /** Of its paragraphs, without the blank lines between them. */
  readonly paragraphs: readonly Span[]
}

/** Cuts a text at its blank lines into paragraphs, and these into parts. Spans are in code points. */
export function cutIntoParts(text: string, size = PART_SIZE): ArticlePart[] {
  const parts: { paragraphs: Span[] }[] = []
  let filled = Number.POSITIVE_INFINITY
  for (const paragraph of findParagraphs(text, size)) {
    if (filled + paragraph.end - paragraph.start > size) {
      parts.push({ paragraphs: [] })
      filled = 0
    }
    parts.at(-1)?.paragraphs.push(paragraph)
    filled += paragraph.end - paragraph.start
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
