import type { Token } from '../../src/domain/layers.ts'
import { readWordList } from '../word-list.ts'

/** Nouns that say how many there are of whom "of" names behind: "a group of mothers", "dozens of men". */
const COLLECTIVES = readWordList(new URL('../lexicon/collective.txt', import.meta.url))
const QUANTITY =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|all|both|few|none|each|another|others?)$/
const DETERMINER = /^(?:the|these|those|his|her|its|their|our|my|local|young|old)$/

/** Of a noun that only counts ("a group | of mothers", "one | of the women"), the token where those begin that it counts; or null. */
export function startOfCounted(tokens: readonly Token[], noun: number): number | null {
  const token = tokens[noun]
  if (token === undefined || !(COLLECTIVES.has(token.lower) || QUANTITY.test(token.lower))) return null
  if (tokens[noun + 1]?.lower !== 'of') return null
  let start = noun + 2
  while (DETERMINER.test(tokens[start]?.lower ?? '')) start += 1
  return start
}

/** Whether a noun alone stands for two or more people ("the couple"). */
export function isFewPeople({ lower }: Token): boolean {
  return /^(?:couple|duo|pair|trio|quartet)$/.test(lower)
}
