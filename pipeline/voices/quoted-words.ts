import type { Attribution, Quotation } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { quotationsOf } from '../quotations-of.ts'

/** Letters and digits, with what joins them: "don't", "twenty-one" and "3.5" are one word each. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|['’.,-](?=[\p{L}\p{N}]))*/gu

/** How many words of its content stand in quotation marks. Each counts once, however many marks are around it. */
export function countQuotedWords(
  text: string,
  { cue, content }: Attribution,
  quotations: readonly Quotation[],
): number {
  let words = 0
  for (const span of content) {
    let from = span.start
    for (const { start, end } of quotationsOf(span, cue, quotations)) {
      const piece: Span = { start: Math.max(from, start), end: Math.min(span.end, end) }
      if (piece.start >= piece.end) continue
      words += text.slice(piece.start, piece.end).match(WORD)?.length ?? 0
      from = piece.end
    }
  }
  return words
}
