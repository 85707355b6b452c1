import type { PdfLine } from './pdf-lines.ts'
import { type Column, median } from './reading-order.ts'

export interface PdfParagraph {
  readonly text: string
  /** Size of its type, in points. */
  readonly size: number
}

export interface PdfText {
  readonly paragraphs: readonly PdfParagraph[]
  /** How many words were put together that a line's end had split. */
  readonly joined: number
}

/** More than this many times the usual distance between lines parts paragraphs. */
const WIDE_LEADING = 1.35
/** Least distance between lines, in sizes of their type, and that of a double-spaced draft: lines further apart are paragraphs. */
const LEADING = 1.2
const DOUBLE_SPACED = 2.5
/** Type that differs by more is another paragraph's. */
const OTHER_SIZE = 1.12
/** How far in sizes of type the first line of a paragraph is set in. */
const INDENT = 0.7
/** A last line that ends a sentence ends this share of the width before the others. */
const SHORT = 0.12
const ENDS_SENTENCE = /[.!?…:]["”’')\]]*$/u
const SPLIT_WORD = /(\p{L}{1,40})[-\u2010\u00ad]$/u
/** Of three words and more that hyphens join, all have theirs: `proof-of-` */
const JOINED_BEFORE = /\p{L}[-\u2010]\p{L}{1,40}[-\u2010]$/u
/** First parts of words that are written with a hyphen wherever they stand. */
const KEEPS_HYPHEN =
  /^(?:well|self|ex|half|vice|all|anti|cross|high|long|low|mid|non|post|pre|pro|short|then|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|ten)$/i

/** Joins lines to the paragraphs that a reader of the pages sees. */
export function toParagraphs(columns: readonly Column[]): PdfText {
  const words = wordsOf(columns)
  const paragraphs: PdfParagraph[] = []
  let joined = 0
  let open: { pieces: string[]; line: PdfLine } | null = null
  const close = () => {
    if (open !== null) paragraphs.push({ text: open.pieces.join(''), size: open.line.size })
    open = null
  }
  for (const column of columns) {
    const shape = shapeOf(column)
    for (const [index, line] of column.entries()) {
      const before: { pieces: string[]; line: PdfLine } | null = open
      if (before === null || begins(line, before.line, index === 0 ? null : shape, shape)) {
        close()
        open = { pieces: [line.text], line }
        continue
      }
      const join = joinOf(before.pieces.at(-1) as string, line.text, words)
      if (join.isSplit) joined += 1
      before.pieces[before.pieces.length - 1] = join.before
      before.pieces.push(join.between, line.text)
      before.line = { ...line, size: before.line.size }
    }
  }
  close()
  return { paragraphs, joined }
}

interface Shape {
  readonly left: number
  readonly right: number
  readonly leading: number
}

function shapeOf(column: Column): Shape {
  const leadings = column.slice(1).map((line, index) => (column[index] as PdfLine).y - line.y)
  const size = median(column.map(line => line.size))
  return {
    left: median(column.map(line => line.left)),
    right: column.reduce((right, line) => Math.max(right, line.right), Number.NEGATIVE_INFINITY),
    leading: median(leadings.filter(leading => leading > 0.5 * size)) || LEADING * size,
  }
}

/** @param within null where the line before stands in another column: then only the words tell */
function begins(line: PdfLine, before: PdfLine, within: Shape | null, shape: Shape): boolean {
  if (Math.max(line.size, before.size) > OTHER_SIZE * Math.min(line.size, before.size)) return true
  const isIndented = line.left - shape.left > INDENT * line.size
  if (within === null) return isIndented || (ENDS_SENTENCE.test(before.text) && !/^\p{Ll}/u.test(line.text))
  const leading = before.y - line.y
  const usual = Math.max(Math.min(within.leading, DOUBLE_SPACED * line.size), LEADING * line.size)
  if (leading > WIDE_LEADING * usual || leading < -line.size) return true
  if (isIndented && Math.abs(before.left - line.left) > 0.3 * line.size && !/^\p{Ll}/u.test(line.text)) return true
  const width = within.right - within.left
  return ENDS_SENTENCE.test(before.text) && before.right < within.right - SHORT * width && !/^\p{Ll}/u.test(line.text)
}

function joinOf(before: string, after: string, words: ReadonlySet<string>) {
  const split = SPLIT_WORD.exec(before)
  const rest = /^\p{Ll}[\p{L}’']{0,40}/u.exec(after)?.[0]
  if (split === null || rest === undefined)
    return { before, between: /[-\u2010–—/]$/u.test(before) ? '' : ' ', isSplit: false }
  const [, first = ''] = split
  const whole = `${first}${rest}`.toLowerCase()
  const hyphened = `${first}-${rest}`.toLowerCase()
  const isSoft = before.endsWith('\u00ad')
  // The document itself shows how the word is written, where it has it elsewhere.
  const keeps =
    !isSoft && !words.has(whole) && (words.has(hyphened) || KEEPS_HYPHEN.test(first) || JOINED_BEFORE.test(before))
  return keeps ? { before, between: '', isSplit: false } : { before: before.slice(0, -1), between: '', isSplit: true }
}

/** The words of a document, in lower case, but for those at the ends of lines. */
function wordsOf(columns: readonly Column[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const column of columns) {
    for (const { text } of column)
      for (const word of text.toLowerCase().match(/\p{L}[\p{L}’'-]{0,80}/gu) ?? []) words.add(word)
  }
  return words
}
