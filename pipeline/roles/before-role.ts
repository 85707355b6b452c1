import type { Token } from '../../src/domain/layers.ts'
import { readWordList } from '../word-list.ts'
import { isRank } from '../words/rank.ts'
import { isHyphen } from './phrase-reading.ts'

/** When somebody was what they are called, and how dear or well known they are: what they are is behind it. */
const PAST_OR_PRAISED = readWordList(new URL('../lexicon/past-role.txt', import.meta.url))
/** Ranks that make another role: a deputy director is no director. */
const OF_THE_ROLE = /^(?:chief|deputy)$/
const NOT_WITH_CAPITAL =
  /^(?:white|black|brave|bright|bold|rich|green|young|good|fine|best|better|big|strong|wise|lone|key|kind|liberal|conservative|progressive|moderate|left-wing|right-wing|reform-minded|populist|mainstream|rising|serving)$/
/** How words joined by hyphens end that say how long, how high or on which side: "third-year", "far-right". */
const COMPOUND_END =
  /^(?:class|degree|generation|grade|left|level|profile|rank|right|standing|tier|time|term|wing|year|\S+(?:ed|ing))$/
/** Before a hyphen these say when: "ex-minister", "then-director". */
const WHEN = /^(?:ex|now|then)$/
/** Behind a place: whose somebody is not, which is read with the place. */
const OF_PLACE = /^(?:backed|based|born|educated|led|raised|trained)$/
const JOINS = /^(?:and|or|,)$/
const MOST_PARTS = 4

/** "former", "senior", "then": words in front of a role that are no part of what somebody is. */
export function isBeforeRole({ lower, text }: Token): boolean {
  if (isRank(lower) && !OF_THE_ROLE.test(lower)) return true
  // "White House", "Liberal leader": with a capital a word of praise is rather a part of a name.
  return PAST_OR_PRAISED.has(lower) && (text === lower || !NOT_WITH_CAPITAL.test(lower))
}

/** Where what is no part of a role ends that begins at a token ("senior", "high-ranking", "current and | former"), or the token. */
export function endOfBeforeRole(tokens: readonly Token[], at: number, limit: number): number {
  const compound = endOfCompound(tokens, at, limit)
  if (compound > at) return compound
  const token = tokens[at]
  if (token === undefined || at >= limit || !isBeforeRole(token)) return at
  const [join, next] = [tokens[at + 1], tokens[at + 2]]
  const isJoined = join !== undefined && next !== undefined && at + 2 < limit && JOINS.test(join.lower)
  return isJoined && isBeforeRole(next) ? at + 2 : at + 1
}

/** Words that hyphens join come as several tokens. */
function endOfCompound(tokens: readonly Token[], at: number, limit: number): number {
  let last = at
  while (last + 2 < limit && last - at < 2 * MOST_PARTS && opensCompound(tokens, last)) last += 2
  const [first, end] = [tokens[at], tokens[last]]
  if (first === undefined || end === undefined || last === at) return at
  const words = tokens.slice(at, last + 1).map(({ lower }) => lower)
  if (PAST_OR_PRAISED.has(words.join('')) || isRank(words.join(''))) return last + 1
  if (WHEN.test(first.lower)) return at + 2
  const isPlace = /^\p{Lu}/u.test(first.text) || OF_PLACE.test(end.lower)
  return !isPlace && COMPOUND_END.test(end.lower) ? last + 1 : at
}

/** Whether a word is joined by a hyphen to the one behind it. */
export function opensCompound(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === '-' && isHyphen(tokens, at + 1)
}
