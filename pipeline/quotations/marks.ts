import type { Span } from '../../src/domain/span.ts'

/** Families of quotation marks: a mark closes only what a mark of its own family opened. */
export type MarkFamily = 'double' | 'single' | 'guillemet'

/** One quotation mark and what it can do where it stands. */
export interface Mark extends Span {
  readonly family: MarkFamily
  readonly opens: boolean
  readonly closes: boolean
}

// `''` and ``` `` ``` come from wire services and old typesetting; two apostrophes are one double mark there.
// In `'''` after a word the single mark closes first, then the double one.
const MARK = /(?<=\S)'(?=''(?!'))|“|”|„|"|''|``|‘|’|‚|'|`|«|»/g
const WORD = /[\p{L}\p{M}\p{N}]/u
const LETTER_OR_SIGN = /[\p{L}\p{M}\p{N}\p{Sc}#@([…“‘"'«-]/u

/** Finds every quotation mark in `text[from, to)`; apostrophes inside words are none. UTF-16. */
export function findMarks(text: string, { start: from, end: to }: Span): Mark[] {
  const marks: Mark[] = []
  for (const match of text.slice(from, to).matchAll(MARK)) {
    const start = from + match.index
    const sign = match[0]
    const end = start + sign.length
    const before = start > from ? (text[start - 1] as string) : ' '
    const after = end < to ? (text[end] as string) : ' '
    // '90s is a decade, not a quotation.
    if (/^['‘’]$/.test(sign) && /^\d0s\b/.test(text.slice(end, end + 4))) continue
    const mark = describeMark(sign, before, after)
    if (mark !== null) marks.push({ start, end, ...mark })
  }
  return marks
}

function describeMark(sign: string, before: string, after: string): Omit<Mark, 'start' | 'end'> | null {
  switch (sign) {
    case '“':
    case '„': {
      // Typing errors are common: an opening mark that stands where only a closing one can. And “ closes what „ opened.
      const closes = /\S/.test(before) && !/[([—–-]/.test(before) && /[\s,.;:!?)\]]/.test(after)
      // Between spaces it is either, by whether one is open.
      return { family: 'double', opens: !closes, closes: closes || (/\s/.test(before) && /\s/.test(after)) }
    }
    case '”':
      // So is a closing one before a word: it opens where nothing is open.
      return { family: 'double', opens: /\s/.test(before) && LETTER_OR_SIGN.test(after), closes: true }
    case '«':
    case '»': {
      // German and Danish papers turn them inwards: »so«.
      const outward = sign === '«'
      const inward = outward
        ? /\S/.test(before) && !/[([—–-]/.test(before) && /[\s,.;:!?)\]]/.test(after)
        : !WORD.test(before) && LETTER_OR_SIGN.test(after)
      return { family: 'guillemet', opens: outward !== inward, closes: outward === inward }
    }
    case '"':
    case "''":
    case '``': {
      const opens = !WORD.test(before) && LETTER_OR_SIGN.test(after)
      return { family: 'double', opens, closes: !/\s|[([—–]/.test(before) || !opens }
    }
    default: {
      const opens = sign !== '’' && !WORD.test(before) && LETTER_OR_SIGN.test(after)
      const closes = sign !== '‘' && sign !== '‚' && !/\s/.test(before) && !WORD.test(after)
      return opens || closes ? { family: 'single', opens, closes } : null
    }
  }
}
