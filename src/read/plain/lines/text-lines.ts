/** A line of a text that is not blank. */
export interface TextLine {
  /** UTF-16 offsets of the line; `end` lies behind its line break. */
  readonly start: number
  readonly end: number
  /** Whether a blank line, or the beginning of the text, lies before it. */
  readonly isSetOff: boolean
  /** What forms are compared with: without bullet, Markdown's marks and doubled spaces; empty where the line is too long to be one. */
  readonly words: string
  /** In UTF-16 units, without the space around it. */
  readonly length: number
  readonly first: string
  /** The last characters, by which a sentence is told. */
  readonly tail: string
}

/** A text of more lines is no article, and each line costs memory: it is kept whole. */
export const MOST_LINES = 20_000
/** No line of a form is longer, in UTF-16 units. */
const LONGEST_FORM = 500
const TAIL = 8

const BULLET = /^(?:[•·*▪●■►▶»>–—-]+|\d{1,2}[.)])\s+/u
const LINK = /!?\[([^\]]{0,300})\]\([^)\s]{0,1000}\)/gu

/** The lines of a text that are not blank, or null when they are too many. */
export function splitTextLines(text: string): readonly TextLine[] | null {
  const lines: TextLine[] = []
  let isSetOff = true
  let start = 0
  let count = 0
  while (start < text.length) {
    const end = endOfLine(text, start)
    count += 1
    if (count > MOST_LINES) return null
    const line = text.slice(start, end).trim()
    if (line === '') isSetOff = true
    else {
      lines.push({
        start,
        end,
        isSetOff,
        words: line.length > LONGEST_FORM ? '' : bareWords(line),
        length: line.length,
        first: String.fromCodePoint(line.codePointAt(0) as number),
        tail: line.slice(-TAIL),
      })
      isSetOff = false
    }
    start = end
  }
  return lines
}

/** Offset behind the line break (LF, CR LF or CR) that ends the line at `start`. */
function endOfLine(text: string, start: number): number {
  BREAK.lastIndex = start
  return BREAK.test(text) ? BREAK.lastIndex : text.length
}

const BREAK = /\r\n|\n|\r/g

function bareWords(line: string): string {
  const bare = line
    .replace(LINK, '$1')
    .replace(BULLET, '')
    .replace(/^#+\s+|(?<![^\s|(])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\s|),.:;])/gu, '')
    .replace(/[\s\u200b\u2060\ufeff]+/gu, ' ')
    .trim()
  return bare === '' ? line : bare
}

const SENTENCE_END = /[.!?…]["”’»)*\]]*$/u

/** Whether a line ends like a sentence. */
export function endsSentence({ tail }: Pick<TextLine, 'tail'>): boolean {
  return SENTENCE_END.test(tail)
}

/** Fewest characters of a line that is running text: one that ends like a sentence, and one that a paragraph is wrapped into. */
const SHORTEST_SENTENCE = 40
const SHORTEST_WRAPPED = 55

/** Whether a line is running text: a paragraph, or part of one that is wrapped over lines. */
export function isRunningText(line: TextLine, next: TextLine | undefined): boolean {
  if (line.length >= 4 * SHORTEST_WRAPPED) return true
  if (line.length >= SHORTEST_SENTENCE && endsSentence(line)) return true
  if (line.length < SHORTEST_WRAPPED || next === undefined || next.isSetOff) return false
  return /^[\p{Ll}"“‘'(]/u.test(next.first) && next.length > 0
}
