/** A word, number or symbol of a text, and where it stands: UTF-16 offsets. */
export interface Token {
  readonly start: number
  readonly end: number
  /** The word as it is compared: in NFC, with one kind of apostrophe, hyphen and minus, without what nobody sees. */
  readonly key: string
  /** The same in small letters. */
  readonly folded: string
  /** Whether brackets stand inside it, as in "[W]e". */
  readonly isPatched: boolean
}

/** A text in words, with what stands between them. */
export interface Tokens {
  readonly text: string
  readonly list: readonly Token[]
  /** What stands before each token, as it is compared, and at the end what stands behind the last: see `toMarks`. */
  readonly marks: readonly string[]
}

/** Nobody sees them, and they part no words: soft hyphens, zero-width spaces, marks of direction. */
const UNSEEN = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff'
const LETTER = `[\\p{L}\\p{M}\\p{N}${UNSEEN}]`
const APOSTROPHE = "['’ʼ‘＇]"
const NUMBER = `(?:(?<![\\p{L}\\p{M}\\p{N}])[-−–])?\\p{N}+(?:[.,:/]\\p{N}+)*${LETTER}*`
const PATCHED = `\\[${LETTER}+\\]${LETTER}+|${LETTER}+\\[${LETTER}+\\]${LETTER}*`
const WORD = `${LETTER}+(?:${APOSTROPHE}${LETTER}+)*`
/** Signs that say something: "$5" is not "£5", nor "5%" five. */
const SYMBOL = '(?![−`´^¨¯¸])[\\p{S}%‰&@#§]'
const TOKEN = new RegExp(`${NUMBER}|${PATCHED}|${WORD}|${SYMBOL}`, 'gu')

const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu')
const QUOTATION_MARKS = /["'`´‘’‚‛“”„‟«»‹›＂＇「」『』]/g
const ELLIPSIS = /[[(]?(?:…|(?:\. ?){3,4})[\])]?/g
const DASHES = /[-‐‑‒–—―−﹘﹣－]+/g
const LIGATURES = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
])

/**
 * Reads a text, or a part of it, in words.
 *
 * Numbers keep their points and signs, so that "3.5", "35" and "-3.5" differ; hyphens and dashes are marks between words.
 *
 * @example
 * readTokens('It’s $3.5bn — now').list.map(({ key }) => key) // → ["It's", '$', '3.5bn', 'now']
 */
export function readTokens(text: string, from = 0, to = text.length): Tokens {
  const list: Token[] = []
  const marks: string[] = []
  let behind = from
  for (const { 0: found, index } of text.slice(from, to).matchAll(TOKEN)) {
    const key = toKey(found)
    // Of unseen characters alone.
    if (key === '') continue
    const start = from + index
    marks.push(toMarks(text.slice(behind, start)))
    behind = start + found.length
    list.push({ start, end: behind, key, folded: key.toLowerCase(), isPatched: found.includes('[') })
  }
  marks.push(toMarks(text.slice(behind, to)))
  return { text, list, marks }
}

function toKey(word: string): string {
  if (/^[A-Za-z0-9.,:/]+$/.test(word)) return word
  return word
    .replace(ALL_UNSEEN, '')
    .replace(/[[\]]/g, '')
    .replace(/[’ʼ‘＇]/g, "'")
    .replace(/^[−–]/, '-')
    .replace(/[ﬀ-ﬆ]/g, letters => LIGATURES.get(letters) ?? letters)
    .normalize('NFC')
}

/**
 * Punctuation as it is compared: without spaces and quotation marks, every dash the same, every ellipsis "…".
 *
 * @example
 * toMarks('.” “') // → '.'
 * toMarks(' -- [...] ') // → '-…'
 */
export function toMarks(between: string): string {
  if (between === ' ' || between === '') return ''
  return between
    .replace(ELLIPSIS, '…')
    .replace(/\s+/g, '')
    .replace(ALL_UNSEEN, '')
    .replace(QUOTATION_MARKS, '')
    .replace(DASHES, '-')
    .replace(/…+/g, '…')
}
