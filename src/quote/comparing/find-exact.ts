import { marksBefore, marksBehind, type Passage, tokenOf } from '../text/passage.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import type { Token } from '../text/tokens.ts'

/**
 * Where a passage has a quotation word for word: places of its first word in the passage.
 *
 * The same are: kinds of quotation marks, apostrophes, dashes and spaces; a capital or small letter at the beginning; a full
 * stop, a comma or nothing at the end; NFC and NFD; and the two parts of a quotation that "he said" interrupts. Everything
 * else differs: other words, numbers and signs, punctuation inside, capitals inside.
 */
export function findExact(quotation: QuotedWords, passage: Passage): number[] {
  const { list } = quotation
  const found: number[] = []
  for (let first = 0; first + list.length <= passage.at.length; first++)
    if (standsAt(quotation, passage, first)) found.push(first)
  return found
}

function standsAt(quotation: QuotedWords, passage: Passage, first: number): boolean {
  const { list, marks, isInserted } = quotation
  for (let index = 0; index < list.length; index++) {
    const place = first + index
    const mayBegin = index === 0 || passage.joints[place] === 'interrupted' || quotation.isResumed[index] === true
    // Brackets that the article does not have say that somebody put the words in.
    if (isInserted[index] === true && !isInsertedThere(passage, place)) return false
    if (!isSame(list[index] as Token, tokenOf(passage, place), mayBegin)) return false
    if (index > 0 && !isSameBetween(quotation, index, passage, place)) return false
  }
  return endsAlike(marks[list.length] ?? '', marksBehind(passage, first + list.length - 1))
}

/** Whether the article itself has a word in brackets. */
export function isInsertedThere({ of, at }: Passage, place: number): boolean {
  return of.isInserted[at[place] as number] === true
}

/** Whether two words are the same; at a beginning, whichever way the first letter is written. */
export function isSame(quoted: Token, stored: Token, mayBegin: boolean): boolean {
  if (quoted.isPatched !== stored.isPatched) return false
  return quoted.key === stored.key || (mayBegin && isSameButFirst(quoted.key, stored.key))
}

function isSameButFirst(a: string, b: string): boolean {
  const [first = ''] = a
  const [other = ''] = b
  return first.toLowerCase() === other.toLowerCase() && a.slice(first.length) === b.slice(other.length)
}

/** Whether the marks before a word, which is not the first of the quotation, are those before the stored one. */
export function isSameBetween(quotation: QuotedWords, index: number, passage: Passage, place: number): boolean {
  const joint = passage.joints[place]
  if (joint === 'apart') return false
  const [quoted, stored] = [quotation.marks[index] ?? '', marksBefore(passage, place)]
  if (joint === 'within' && quotation.isResumed[index] !== true) return quoted === stored
  // What stands before "he said" ends with a comma, whatever the speaker put there.
  return endsAlike(quoted, stored) && isOneMark(quoted) && isOneMark(stored)
}

function isOneMark(marks: string): boolean {
  return /^[.,;:-]?$/.test(marks.replace(/[?!]/g, ''))
}

/** Whether two endings ask and exclaim alike; a full stop, a comma and nothing are the same. */
export function endsAlike(quoted: string, stored: string): boolean {
  const asked = firstCall(quoted)
  // A part of a question asks nothing by itself.
  return quoted === '' || asked === firstCall(stored)
}

function firstCall(marks: string): string {
  return /[?!]/.exec(marks)?.[0] ?? ''
}
