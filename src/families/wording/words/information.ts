import { FREQUENT_WORDS } from './frequent-words.ts'

/** What a word tells that is not among the common ones. */
const RARE = 11
/** A number of one digit tells this much, and each digit more as much again as `DIGIT`. */
const NUMBER = 3
const DIGIT = 1.5

/** Bits from which on a word tells something by itself: grammar's words do not. */
export const TELLING = 5

/**
 * How much it tells that two contents share a word, in bits, by a fixed table: never by what a database holds.
 *
 * @param word in small letters
 */
export function bitsOf(word: string): number {
  if (isNumber(word)) return Math.min(RARE, NUMBER + DIGIT * (word.length - 1))
  return FREQUENT_WORDS.get(word) ?? FREQUENT_WORDS.get(word.replace(/(?:'s|s|ed|ing)$/, '')) ?? RARE
}

export function isNumber(word: string): boolean {
  return /^[-+]?\p{N}/u.test(word)
}
