import {
  DROPPED_MARKS,
  KEPT_CAPITALS,
  NOT_TAKEN_FOR_LETTERS,
  OTHER_FOLDS,
  TAKEN_FOR_LETTERS,
} from './unicode-ranges.ts'

/** A word as full-text search knows it, and where it stands: UTF-16 offsets. */
export interface Word {
  readonly start: number
  readonly end: number
  /** In small letters, without the diacritics of Latin letters. */
  readonly folded: string
}

const LETTER = `(?![${toClass(NOT_TAKEN_FOR_LETTERS)}])[\\p{L}\\p{N}\\p{Co}\\p{Cn}${toClass(TAKEN_FOR_LETTERS)}]`
const MARKS = toClass(DROPPED_MARKS)
const WORD = new RegExp(`${LETTER}(?:${LETTER}|[${MARKS}])*`, 'gu')
const ASCII_WORD = /[A-Za-z0-9]+/g
/** Most texts have letters of ASCII alone, with curly quotes and dashes: these need no look at Unicode's classes. */
const HAS_OTHER_LETTERS = /[^\0-\x7f\xa0\xab\xbb\u2000-\u2063]/
const KEPT = new RegExp(`[${toClass(KEPT_CAPITALS)}]`, 'u')
const MARK = new RegExp(`[${MARKS}]`, 'u')
const OTHER = new Map(OTHER_FOLDS.split(' ').map(pair => [...pair] as [string, string]))
const FOLDS = new Map<string, string>()

/**
 * The words of a text exactly as SQLite's `unicode61 remove_diacritics 2` finds them, so that a search finds the same
 * in every store.
 *
 * @example
 * wordsOf('The café’s well-known U.S. chef').map(word => word.folded) // → the cafe s well known u s chef
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index: start } of text.matchAll(HAS_OTHER_LETTERS.test(text) ? WORD : ASCII_WORD))
    words.push({ start, end: start + word.length, folded: fold(word) })
  return words
}

/** The words of `wordsOf` as they are kept, without their places in the text. */
export function foldedWordsOf(text: string): readonly string[] {
  if (HAS_OTHER_LETTERS.test(text)) return wordsOf(text).map(({ folded }) => folded)
  return text.toLowerCase().match(ASCII_WORD) ?? []
}

function fold(word: string): string {
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase()
  let folded = ''
  for (const letter of word) folded += foldLetter(letter)
  return folded
}

function foldLetter(letter: string): string {
  let folded = FOLDS.get(letter)
  if (folded === undefined) {
    folded = findFold(letter)
    FOLDS.set(letter, folded)
  }
  return folded
}

function findFold(letter: string): string {
  if (MARK.test(letter)) return ''
  const other = OTHER.get(letter)
  if (other !== undefined) return other
  if (KEPT.test(letter)) return letter
  const small = letter.toLowerCase()
  const base = small.normalize('NFD').charAt(0)
  return /[a-z]/.test(base) ? base : small
}

/** `300-304 306` as the inside of a class of characters. */
function toClass(ranges: string): string {
  return ranges
    .trim()
    .split(/\s+/)
    .map(range =>
      range
        .split('-')
        .map(code => `\\u{${code}}`)
        .join('-'),
    )
    .join('')
}
