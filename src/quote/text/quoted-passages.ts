import type { Span } from '../../domain/span.ts'

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"', '‘': '’' }

/**
 * What stands in quotation marks, without the marks: UTF-16 offsets, in order. Of nested ones the outer alone. A paragraph
 * that is not closed goes on to its end, as where a quotation is several paragraphs long.
 */
export function findQuotedPassages(text: string): Span[] {
  const passages: Span[] = []
  for (const { 0: paragraph, index } of text.matchAll(/[^\r\n]+/g)) passages.push(...findIn(paragraph, index))
  return passages
}

function findIn(paragraph: string, offset: number): Span[] {
  const passages: Span[] = []
  let at = 0
  while (at < paragraph.length) {
    const opening = paragraph.charAt(at)
    const closing = CLOSING[opening]
    // A single mark inside a word is an apostrophe.
    if (closing === undefined || (opening === '‘' && isLetter(paragraph, at - 1))) {
      at += 1
      continue
    }
    const end = findClosing(paragraph, at + 1, opening, closing)
    if (end > at + 1) passages.push({ start: offset + at + 1, end: offset + end })
    at = end + 1
  }
  return passages
}

function findClosing(paragraph: string, from: number, opening: string, closing: string): number {
  let depth = 1
  for (let at = from; at < paragraph.length; at++) {
    const mark = paragraph.charAt(at)
    if (mark === closing) {
      if (closing === '’' && isLetter(paragraph, at + 1)) continue
      depth -= 1
      if (depth === 0) return at
    } else if (mark === opening) depth += 1
  }
  return paragraph.length
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}
