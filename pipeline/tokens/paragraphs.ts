import type { Span } from '../../src/domain/span.ts'
import { isFirstName } from '../word-classes.ts'

const LINE = /[^\n\r\u0085\u2028\u2029\v\f]+/g
/** A quotation's opening mark is looked for in so many characters: time stays linear. */
const LONGEST_OPEN = 2000
/** Ends a line and, as word processors write it, no paragraph. */
const SOFT = /^[ \t]*[\u0085\u2028][ \t]*$/u

/**
 * Splits a text into paragraphs, trimmed of outer white space. UTF-16.
 *
 * A line is a paragraph, as news files have it; only where a block was wrapped (every line is as full as a fixed width allows,
 * or sentences go on from line to line) does a blank line end the paragraph instead.
 */
export function splitParagraphs(text: string): Span[] {
  const lines: Span[] = []
  for (const match of text.matchAll(LINE)) {
    const words = match[0]
    const trimmed = words.trim()
    if (trimmed === '') continue
    const start = match.index + words.indexOf(trimmed)
    const line = { start, end: start + trimmed.length }
    const last = lines.at(-1)
    if (last !== undefined && goesOnSoftly(text, last, line))
      lines[lines.length - 1] = { start: last.start, end: line.end }
    else lines.push(line)
  }
  const paragraphs: Span[] = []
  let block: Span[] = []
  for (const [i, line] of lines.entries()) {
    block.push(line)
    const next = lines[i + 1]
    const isItem = next !== undefined && opensItem(text, block[0]) && opensItem(text, next)
    if (next !== undefined && !isItem && !hasBlankLine(text, line.end, next.start)) continue
    if (isHardWrapped(text, block) || goesOnInLines(text, block)) {
      paragraphs.push({ start: (block[0] as Span).start, end: line.end })
    } else {
      for (const one of block) paragraphs.push(one)
    }
    block = []
  }
  return paragraphs
}

/** Whether a line that was broken for its looks goes on in the next: in small letters, in the middle of a phrase or name, or of a quotation. */
function goesOnSoftly(text: string, line: Span, next: Span): boolean {
  if (!SOFT.test(text.slice(line.end, Math.min(next.start, line.end + 8)))) return false
  const words = text.slice(Math.max(line.start, line.end - LONGEST_OPEN), line.end)
  if (words.lastIndexOf('“') > words.lastIndexOf('”')) return !/^["“„]/u.test(text.slice(next.start, next.start + 1))
  if (endsSentence(text, line)) return false
  return /^["“”’]?\p{Ll}/u.test(text.slice(next.start, next.start + 2)) || breaksOff(text, line, next)
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to).replaceAll('\r\n', '\n')
  return gap.search(/[\n\r\u0085\u2028\u2029\v\f][^\S\n\r\u0085\u2028\u2029\v\f]*[\n\r\u0085\u2028\u2029\v\f]/) >= 0
}

/** The mark or number of a list's item. */
const ITEM = /^(?:[•·▪◦‣*-]|\d{1,2}[.)])\s+\S/u

/** Whether a line opens an item of a list, which no item before it goes on in. */
function opensItem(text: string, line: Span | undefined): boolean {
  return line !== undefined && ITEM.test(text.slice(line.start, Math.min(line.end, line.start + 8)))
}

/** How a line opens that goes on with no line before: a signature's dash, a bullet, a speaker's label ("Q:", "Ann Lee:"). */
const OPENS_LINE =
  /^(?:(?:--|[–—―•·▪*>-])\s*[\p{Lu}@"“‘']|\p{Lu}[\p{L}.’'-]{0,20}(?:\s\p{Lu}[\p{L}.’'-]{0,20}){0,2}:\s)/u
const SENTENCE_END = /[.!?…]["”’'»)]{0,2}$/u

/** Whether the first word of each next line would not have fitted on the line before, as a wrapping editor leaves it. */
function isHardWrapped(text: string, block: readonly Span[]): boolean {
  if (block.length < 2) return false
  const width = block.reduce((widest, { start, end }) => Math.max(widest, end - start), 0)
  if (width < 40 || width > 120) return false
  return block.every((line, i) => {
    const next = block[i + 1]
    if (next === undefined) return true
    if (OPENS_LINE.test(text.slice(next.start, Math.min(next.end, next.start + 80))) && endsSentence(text, line))
      return false
    const firstWord = text.slice(next.start, next.end).search(/\s|$/)
    return line.end - line.start + 1 + firstWord > width
  })
}

function endsSentence(text: string, { start, end }: Span): boolean {
  return SENTENCE_END.test(text.slice(Math.max(start, end - 4), end))
}

/** Shorter lines are those of a list or a poem. */
const SHORTEST_LINE = 20
/** A name or word at a line's end is looked for in so many characters. */
const LONGEST_WORD = 24

/** Whether most lines break off within a sentence, which goes on in small letters: however wide they are, somebody wrapped them. */
function goesOnInLines(text: string, block: readonly Span[]): boolean {
  const [first] = block
  if (block.length < 2 || first === undefined || !/^["“‘'(]?\p{Lu}/u.test(text.slice(first.start, first.start + 3)))
    return false
  // A list.
  if (text[first.end - 1] === ':') return false
  const goingOn = block.filter((line, i) => {
    const next = block[i + 1]
    if (next === undefined || line.end - line.start < SHORTEST_LINE) return false
    if (!/[\p{L}\p{N},]$/u.test(text.slice(line.end - 1, line.end))) return false
    return /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) || breaksOff(text, line, next)
  })
  return goingOn.length * 2 >= block.length - 1
}

/** Words that no line ends with but one that was broken. */
const OPEN_WORD = /(?:^|\s)(?:an?|and|at|by|for|from|her|his|in|its|of|on|or|said|says|that|the|their|to|who|with)$/u

/** Whether a line ends in the middle of a phrase or of a name: "met Henry | Oduya". */
function breaksOff(text: string, line: Span, next: Span): boolean {
  const end = text.slice(Math.max(line.start, line.end - LONGEST_WORD), line.end)
  if (OPEN_WORD.test(end)) return true
  const [last] = /\p{Lu}\p{Ll}+$/u.exec(end) ?? []
  return (
    last !== undefined &&
    isFirstName(last.toLowerCase()) &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  )
}
