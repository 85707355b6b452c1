import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import {
  isDocument,
  isGenitive,
  isHonorific,
  isRole,
  isRoleWord,
  isTime,
  isTitle,
  isTitlePhrase,
} from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { isRank } from '../words/rank.ts'

/** When somebody was what they are called, and how dear or well known they are: what they are is behind it. */
const PAST_OR_PRAISED = readWordList(new URL('../lexicon/past-role.txt', import.meta.url))
/** Nouns for what people do or are that the lists of names and titles do not need. */
const ROLE_NOUNS = readWordList(new URL('../lexicon/role-noun.txt', import.meta.url))
/** Ranks that make another role: a deputy director is no director. */
const OF_THE_ROLE = /^(?:chief|deputy)$/
/** Offices whose "of" belongs to them: "secretary of state". */
const OFFICES = readWordList(new URL('../lexicon/office-of.txt', import.meta.url))
/** Nouns for somebody that say neither what they are nor what they do. */
const NOBODY_IN_PARTICULAR =
  /^(?:persons?|people|individuals?|sources?|insiders?|man|men|woman|women|boys?|girls?|others?|ones?|body|everyone|name|majority|number|rest|half|third|second|two|three|four|five|six|seven|eight|nine|ten|former|latter|self|guy|guys|figures?|opponents?|rivals?|more|most|least|many|few|some|none|those|someone|somebody|anyone|nobody|(?:\S*-)?years?(?:-olds?)?|(?:\S*-)?olds?)$/
/** Endings of nouns for what people do. */
const DOER =
  /.(?:man|woman|person|people|ist|ian|[^aeiou]er|[ct]or|[^aeiou]ant|eer|secretary|mate|chair|keeper|holder)$/
/** Nouns that end so and mean nobody. */
const NO_DOERS = readWordList(new URL('../lexicon/no-doer.txt', import.meta.url))
const NOT_WITH_CAPITAL =
  /^(?:white|black|brave|bright|bold|rich|green|young|good|fine|best|better|big|strong|wise|lone|key|kind|liberal|conservative|progressive|moderate|left-wing|right-wing|reform-minded|populist|mainstream|rising|serving)$/
const LONGEST_OFFICE = 4

/** "former", "senior", "then": words in front of a role that are no part of what somebody is. */
export function isBeforeRole({ lower, text }: Token): boolean {
  if (isRank(lower) && !OF_THE_ROLE.test(lower)) return true
  // "White House", "Liberal leader": with a capital a word of praise is rather a part of a name.
  return PAST_OR_PRAISED.has(lower) && (text === lower || !NOT_WITH_CAPITAL.test(lower))
}

/** A noun for what somebody is, singular: "spokesman", "chief executive", "Sen.". */
export function isRoleNoun(token: Token | undefined): boolean {
  if (token === undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return false
  if (isNobodyInParticular(token) || isHonorific(token)) return false
  if (isTitle(token)) return true
  if (token.lower !== token.lemma) return false
  // "co-author", "vice-chair"
  if (isRole(token) || isRoleNounOfList(token.lower)) return true
  // "Former", "distant": as adjectives few of them are somebody.
  if (token.pos === 'ADJ' && /(?:er|ant)$/.test(token.lower)) return false
  return DOER.test(token.lower) && !NO_DOERS.has(token.lower)
}

/** "co-author", "vice-chair" are what author and chair are. */
export function isRoleNounOfList(word: string): boolean {
  const last = word.replace(/^(?:\S*-|co)/, '')
  return ROLE_NOUNS.has(word) || ROLE_NOUNS.has(last) || isRoleWord(last)
}

/** Whether tokens `[from, to)` hold a noun for what somebody is. */
export function holdsRoleNoun(tokens: readonly Token[], { start, end }: Span): boolean {
  for (let i = firstTokenAfter(tokens, start); i < tokens.length && (tokens[i] as Token).start < end; i += 1)
    if (isRoleNoun(tokens[i])) return true
  return false
}

/** "A person", "people", "sources": that there is somebody is no role. */
export function isNobodyInParticular(token: Token): boolean {
  return NOBODY_IN_PARTICULAR.test(token.lower) || isTime(token) || isDocument(token)
}

/** Where an office that begins at a token ends ("Secretary of State", "Prime Minister", "Sen."), or the token where it is none. */
export function endOfOffice(tokens: readonly Token[], from: number, limit: number): number {
  let phrase = ''
  let end = from
  for (let i = from; i < Math.min(limit, from + LONGEST_OFFICE); i += 1) {
    const token = tokens[i] as Token
    if (isGenitive(token) || token.sentence !== tokens[from]?.sentence) break
    phrase = phrase === '' ? token.lower : `${phrase} ${token.lower}`
    if (isOffice(phrase) || isTitlePhrase(tokens, from, i + 1, phrase)) end = i + 1
  }
  return end
}

export function isOffice(phrase: string): boolean {
  return OFFICES.has(phrase)
}
