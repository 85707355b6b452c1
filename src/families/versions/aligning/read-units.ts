import { readTokens, type Token } from '../../../quote/text/tokens.ts'

/** A sentence, heading or line of a text: what versions are compared by before they are compared by words. */
export interface Unit {
  /** UTF-16: from behind the blank before it to behind the one that ends it, so that units together are the text. */
  readonly start: number
  readonly end: number
  /** Its words among those of the text, from `first` to before `last`. */
  readonly first: number
  readonly last: number
  /** Its words as they are compared. Two of the same key differ in nothing but marks and blanks. */
  readonly key: string
  /** Number of the paragraph or line that it stands in, from 0. */
  readonly paragraph: number
}

/** A text in units and words. */
export interface UnitText {
  readonly text: string
  readonly words: readonly Token[]
  readonly units: readonly Unit[]
  /** Of each word, the unit that it stands in. */
  readonly unitOf: Int32Array
}

/** Longest word before a full stop that may be an abbreviation: "Mr.", "Gov.", "U." */
const LONGEST_SHORT = 3

/**
 * Reads a text in units. Where one ends need not be right, only alike in two texts: an abbreviation that is taken for an end
 * costs nothing where both have it.
 */
export function readUnits(text: string): UnitText {
  const { list } = readTokens(text)
  const units: Unit[] = []
  const unitOf = new Int32Array(list.length)
  let [first, start, paragraph] = [0, 0, 0]
  for (let index = 0; index < list.length; index++) {
    unitOf[index] = units.length
    const border = borderBehind(text, list, index)
    if (border === null) continue
    const key = list
      .slice(first, index + 1)
      .map(token => token.key)
      .join(' ')
    units.push({ start, end: border.at, first, last: index + 1, key, paragraph })
    first = index + 1
    start = border.at
    if (border.isLineEnd) paragraph++
  }
  return { text, words: list, units, unitOf }
}

/** Where a unit ends behind a word; null where it goes on. */
function borderBehind(
  text: string,
  list: readonly Token[],
  index: number,
): { readonly at: number; readonly isLineEnd: boolean } | null {
  const word = list[index] as Token
  const next = list[index + 1]
  if (next === undefined) return { at: text.length, isLineEnd: true }
  const between = text.slice(word.end, next.start)
  const isLineEnd = /[\n\r\u2028\u2029]/.test(between)
  if (!isLineEnd && !endsSentence(between, text.slice(word.start, word.end), text.slice(next.start, next.end)))
    return null
  // Marks before the next word are its own: an opening quotation mark, a dash of a list.
  return { at: next.start - (/[^\s]*$/u.exec(between)?.[0].length ?? 0), isLineEnd }
}

function endsSentence(between: string, word: string, next: string): boolean {
  if (!/[.!?…]["'”’»)\]]*\s/u.test(between)) return false
  if (/^\p{Ll}/u.test(next)) return false
  const isAbbreviation = /^\.\s/u.test(between) && word.length <= LONGEST_SHORT && /^\p{Lu}/u.test(word)
  return !isAbbreviation
}
