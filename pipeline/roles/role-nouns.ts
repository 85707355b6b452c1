import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import {
  isDocument,
  isGenitive,
  isHonorific,
  isRole,
  isRoleWord,
  isSingular,
  isTime,
  isTitle,
  isTitlePhrase,
  KIN,
} from '../word-classes.ts'
import { readWordList } from '../word-list.ts'

/** Nouns for what people do or are that the lists of names and titles do not need. */
const ROLE_NOUNS = readWordList(new URL('../lexicon/role-noun.txt', import.meta.url))
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
const LONGEST_OFFICE = 4

/** A noun for what somebody is, singular: "spokesman", "chief executive", "Sen.". */
export function isRoleNoun(token: Token | undefined): boolean {
  if (token === undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return false
  if (isNobodyInParticular(token)) return false
  // "Sister Ann" is an honorific, "the victim's sister" is not.
  if (isHonorific(token)) return KIN.has(token.lower) && token.text === token.lower
  if (isTitle(token)) return true
  if (!isSingular(token)) return false
  // "co-author", "vice-chair"
  if (isRole(token) || isRoleNounOfList(token.lower)) return true
  // "Former", "distant": as adjectives few of them are somebody.
  if (token.pos === 'ADJ' && /(?:er|ant)$/.test(token.lower)) return false
  return DOER.test(token.lower) && !NO_DOERS.has(token.lower)
}

/** Several of a noun for what somebody is: "senators", "developers". */
export function isPluralRole(token: Token): boolean {
  const { lower, lemma } = token
  return (
    lower.endsWith('s') &&
    (isRole(token) || isTitle(lower.slice(0, -1)) || isRoleNounOfList(lower.slice(0, -1))) &&
    lower !== lemma.slice(0, -1)
  )
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
