import { readWordList } from '../../word-list.ts'
import { singularOf } from './phrase-words.ts'

/** Nouns for who is against somebody, or suffers from them: "critics of the ministry" are none of its people. */
const AGAINST = readWordList(new URL('../lexicon/against.txt', import.meta.url))

/** Whether a noun in lower case, singular or plural, says that whoever is called so is against whom stands behind it. */
export function isAgainst(noun: string): boolean {
  return AGAINST.has(noun) || AGAINST.has(singularOf(noun))
}
