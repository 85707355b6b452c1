import { readWordList } from '../word-list.ts'

const RANKS = readWordList(new URL('../lexicon/rank.txt', import.meta.url))

/** Whether a word (lower case) says how high somebody stands: "senior", "top". */
export function isRank(word: string): boolean {
  return RANKS.has(word)
}
