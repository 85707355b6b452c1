import { readWordList } from '../word-list.ts'

/** Without one of these a sentence says the opposite: "it is (not) safe". */
const NEGATIONS = readWordList(new URL('../lexicon/negation.txt', import.meta.url))
/** Without one of these a sentence says for certain what was left open: "it is (reportedly) safe". */
const HEDGES = readWordList(new URL('../lexicon/hedge.txt', import.meta.url))

/** Says that something is not so. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word)
}

/** Leaves open whether something is so. */
export function isHedge(word: string): boolean {
  return HEDGES.has(word)
}

/** Whether two words say the opposite: "likely" and "unlikely". */
export function areOpposite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length > 3 && ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'].some(prefix => long === prefix + short)
}
