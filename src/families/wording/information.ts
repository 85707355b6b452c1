import { weightOf } from '../../quote/plain-words.ts'

/** How much it tells that two contents share a word, in bits, by a fixed table: never by what a database holds. */
export function bitsOf(word: string): number {
  return weightOf(word) < 1 ? 1 : 7
}
