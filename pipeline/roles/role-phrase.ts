import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import { findMentionOver } from '../positions/mentions-at.ts'
import { isCrowd, isGenitive, isOrganisationWord, isSingular, isTitle, KIN } from '../word-classes.ts'
import { isBodyNoun } from './affiliated-body.ts'
import { endOfBeforeRole } from './before-role.ts'
import { groundTokens, isHyphen, isOfPeople, isParty, NOMINAL, type PhraseReading } from './phrase-reading.ts'
import { type Behind, readBehind } from './role-behind.ts'
import { endOfOffice, isNobodyInParticular, isPluralRole, isRoleNoun } from './role-nouns.ts'
import { type Owned, readOwner } from './role-owner.ts'

/** What a noun phrase for somebody says: "the union's former general secretary", "a lecturer in law at Leeds University". */
export interface RolePhrase {
  /** What they are, without article, rank, "former" and the body that they belong to. */
  readonly role: Grounded<string> | null
  /** That body, or the place or person. */
  readonly affiliation: Grounded<string> | null
  /** The token behind the phrase. */
  readonly endToken: number
}

/** "One of the farmers", "two nurses", "both teachers": one or more of what a plural says. */
const SEVERAL = /^(?:one|two|three|four|five|six|seven|both|all|among)$/
/** Tokens of one noun phrase with what stands in front of it. */
const LONGEST = 14
const DETERMINES = /^(?:DET|NUM)$/
const POSSESSIVE = /^(?:its|his|her|their|my|our|your)$/
/** Beside titles, these are of a place. */
const OFFICIALS =
  /^(?:officials?|spokes\w+|authorit(?:y|ies)|lawmakers?|legislators?|prosecutors?|ministers?|diplomats?|envoys?|ambassadors?|delegates?|negotiators?|troops|governors?|mayors?|senators?|leaders?|chairs?|chair(?:man|woman|person)|representatives?|congress(?:man|woman)|councill?ors?|commissioners?|judges?|justices?|heads?|chiefs?)$/
/** Titles of those who only work in a place. */
const TRADES =
  /^(?:dr|doctor|prof|professor|nurse|coach|father|sister|brother|mother|pastor|rabbi|imam|elder|rector|principal|headmaster|headmistress|dean|reader|officer|private|judge advocate|miss|madam|swami|ceo|cfo|coo|don)$/
/** Who plays or trains for whom a nation or town sends. */
const PLAYS_FOR =
  /^(?:coach|captain|goalkeeper|keeper|striker|midfielder|forward|defender|winger|player|manager|batsman|bowler|skipper|full-?back|footballer|international|selectors?|team-?mates?|soldiers?|agents?|spy|spies|hackers?|intelligence|companies|company|firms?|citizens?|nationals?)s?$/
const PAST = /^(?:former|retired|ex|onetime)$/
const COUNTS =
  /^(?:numbers?|majority|majorities|groups?|couple|handful|series|dozen|pairs?|minority|minorities|host|range|lot|team)$/
/** Verbs to the tagger, in front of a noun: "managing director", "lead author". */
const TAKEN_FOR_VERB = /(?:ed|ing)$|^(?:lead|head|guest|host|chair|trainee)$/
const QUANTIFIES =
  /^(?:at|least|more|most|than|about|around|nearly|almost|over|several|many|some|few|dozens|hundreds|thousands|scores|both|either|all|other|another|one|fellow|first|second|third|fourth|half|thirds|quarters|percent|any|no|every|each)$/

/**
 * Reads the noun phrase that begins at a token, up to `limit`.
 *
 * @param isGiven whether the words are known to mean somebody, so that any noun is what they are ("a Kerry ally", "Guests")
 */
export function readRolePhrase(
  reading: PhraseReading,
  from: number,
  limit: number,
  own: Mention | null = null,
  isGiven = false,
): RolePhrase | null {
  const { tokens } = reading
  const first = tokens[from]
  if (first === undefined) return null
  const end = Math.min(limit, from + LONGEST, tokens.length)
  const start = skipFront(tokens, from, end)
  let coreEnd = start
  let office = 0
  while (coreEnd < end && isCore(reading, coreEnd, end, own)) {
    const officeEnd = endOfOffice(tokens, coreEnd, end)
    if (officeEnd > coreEnd) office = officeEnd
    coreEnd = Math.max(coreEnd + 1, office)
  }
  while (coreEnd > Math.max(start, office) && !isLast(tokens, coreEnd - 1, start)) coreEnd -= 1
  if (coreEnd === start) return null
  const head = coreEnd - 1
  // "A start-up" is no start.
  const isOffice = office === coreEnd
  if (
    (!isOffice && !isParty(tokens[head] as Token) && holdsName(reading, head, own)) ||
    (tokens[coreEnd]?.text === '-' && isHyphen(tokens, coreEnd))
  )
    return null
  const owner = readOwner(reading, startOfLast(tokens, start, head), head, own)
  const noun = tokens[head] as Token
  const isRole =
    isOffice ||
    isRoleNoun(noun) ||
    (SEVERAL.test(first.lower) && isPluralRole(noun)) ||
    (isGiven ? isSomebody(noun) && !isOfPeople(noun) : isIntroduced(first, noun))
  if (!isRole || isParty(noun)) {
    const party = isParty(noun) ? groundTokens(reading, head, coreEnd) : null
    // "A 33-year-old American", "an Australian woman": nobody belongs to where they are from.
    const own = owner.isNation || owner.isPlace ? null : owner.affiliation
    return { role: null, affiliation: party ?? own, endToken: coreEnd }
  }
  const behind = readBehind(reading, owner.roleStart, head, Math.min(limit, coreEnd + LONGEST), own)
  // "The wife of a man": whose wife is no part of what she is.
  const roleEnd = isOfFamily(noun) ? coreEnd : behind.roleEnd
  return {
    role: groundTokens(reading, owner.roleStart, roleEnd),
    // "The minister's sister" is of a family, not of a ministry.
    affiliation: isOfFamily(noun) ? null : fuller(owner, behind, noun, isOffice),
    endToken: behind.endToken,
  }
}

/** Where what is nothing of what somebody is ends in front: "a", "several", "third-year", "current and | former". */
function skipFront(tokens: readonly Token[], from: number, end: number): number {
  let at = from
  while (at < end) {
    const next = endOfBeforeRole(tokens, at, end)
    // "Senior" alone may be of an owner that follows: only more than a word is taken here.
    if (next > at + 1) at = next
    // "First lady" is an office, "first" alone is none.
    else if (isFront(tokens, at) && endOfOffice(tokens, at, end) <= at + 1) at += 1
    else break
  }
  return at
}

/** Whether a noun phrase can end with a token: in "trustee Cllr Ann Lee" the title is the name's. */
function isLast(tokens: readonly Token[], at: number, start: number): boolean {
  const { pos, text } = tokens[at] as Token
  if (!NOMINAL.test(pos) || (pos === 'ADJ' && at > start && !isRoleNoun(tokens[at]))) return false
  const before = tokens[at - 1]
  if (at === start || before === undefined || !/^\p{Lu}/u.test(text) || !isTitle(tokens[at] as Token)) return true
  return !/^\p{Ll}/u.test(before.text) || !isRoleNoun(before) || endOfOffice(tokens, at - 1, at + 1) > at
}

/** "Presidential candidate | Texas Senator": of two in a row, where the one begins that stands with the name. */
function startOfLast(tokens: readonly Token[], start: number, head: number): number {
  const title = tokens[head] as Token
  for (let i = head - 1; i >= start; i -= 1) {
    const token = tokens[i] as Token
    // "President and CEO" are two of one.
    if (tokens[i + 1]?.lower === 'and') return start
    // "Presidential candidate | former Secretary of State".
    if (isRoleNoun(token) && PAST.test(tokens[i + 1]?.lower ?? '')) return i + 1
    if (!/^\p{Lu}/u.test(title.text) || !isTitle(title)) continue
    if (token.pos === 'NOUN' && token.lower !== token.lemma && /^\p{Ll}/u.test(token.text)) return i + 1
    if (
      /^\p{Ll}/u.test(token.text) &&
      (isRoleNoun(token) || isNobodyInParticular(token)) &&
      endOfOffice(tokens, i, head + 1) <= i + 1
    )
      return i + 1
  }
  return start
}

/** "A", "two", "his", "now": nothing of what somebody is. */
function isFront(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = tokens[at] as Token
  if (DETERMINES.test(pos) || POSSESSIVE.test(lower) || QUANTIFIES.test(lower)) return true
  // "A host of problems", "the host of the show".
  if (COUNTS.test(lower) && tokens[at + 1]?.lower === 'of')
    return lower !== 'host' || !/^(?:PROPN|DET|PRON)$/.test(tokens[at + 2]?.pos ?? '')
  // "A growing number of senators".
  if (COUNTS.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.lower === 'of') return true
  if (lower === 'of' && at > 0 && COUNTS.test((tokens[at - 1] as Token).lower)) return true
  if (lower === 'of') return at > 0 && QUANTIFIES.test((tokens[at - 1] as Token).lower)
  if (isOfAge(tokens, at)) return true
  if (text === '-' && at > 0) return DETERMINES.test((tokens[at - 1] as Token).pos)
  return (
    pos === 'ADV' && /^(?:now|then|also|formerly|currently|still|once|at|least|newly|longtime|later|both)$/.test(lower)
  )
}

/** The parts of "47-year-old", however it was cut. */
function isOfAge(tokens: readonly Token[], at: number): boolean {
  const { lower, text } = tokens[at] as Token
  if (/^(?:\S*-)?year-old$/.test(lower)) return true
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (lower === 'year') return next?.text === '-'
  if (lower === 'old') return before?.text === '-'
  return text === '-' && (before?.lower === 'year' || before?.pos === 'NUM')
}

function isCore({ tokens, mentions }: PhraseReading, at: number, end: number, own: Mention | null): boolean {
  const { pos, lower, text, sentence } = tokens[at] as Token
  if (at > 0 && sentence !== (tokens[at - 1] as Token).sentence && DETERMINES.test(pos)) return false
  const next = at + 1 < end ? tokens[at + 1] : undefined
  if (findMentionOver(mentions, at, one => one !== own && one.name !== null && one.firstToken < at) !== undefined)
    return true
  if (NOMINAL.test(pos)) return true
  if (isGenitive(tokens[at])) return next !== undefined && /^(?:NOUN|ADJ|PROPN|VERB|ADV)$/.test(next.pos)
  if (text === '-' || text === '&' || text === '/') return isHyphen(tokens, at) || text === '&'
  // "managing director", "leading economist", "lead author": the tagger takes them for verbs.
  if (pos === 'VERB') return TAKEN_FOR_VERB.test(lower) && NOMINAL.test(next?.pos ?? '') && !isRoleNoun(tokens[at - 1])
  // "founder and chief executive"
  return lower === 'and' && isRoleNoun(tokens[at - 1]) && leadsToRole(tokens, at + 1, end)
}

function leadsToRole(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 3) && NOMINAL.test((tokens[i] as Token).pos); i += 1) {
    if (isRoleNoun(tokens[i])) return true
    // "The casino mogul and | RJC backer": another body's.
    if ((tokens[i] as Token).pos === 'PROPN') return false
  }
  return false
}

/** Whether the head belongs to a name: "Norden Steel" is nobody's role. */
function holdsName({ mentions, tokens }: PhraseReading, head: number, own: Mention | null): boolean {
  const named = findMentionOver(
    mentions,
    head,
    one =>
      one !== own &&
      one.name !== null &&
      one.name.end > (tokens[head] as Token).start &&
      one.name.start <= (tokens[head] as Token).start,
  )
  return named !== undefined
}

/** Any noun for people who speak; "labor unions" are bodies, "police" are people. */
function isSomebody(noun: Token): boolean {
  return !isNobodyInParticular(noun) && (isCrowd(noun) || !isBodyNoun({ ...noun, lower: noun.lemma }))
}

/** "Ann Lee, a Kerry ally," is introduced by its article; "Ann Lee, days later," is not, nor is "a company" somebody. */
function isIntroduced({ lower }: Token, noun: Token): boolean {
  if (!/^an?$/.test(lower) || isNobodyInParticular(noun) || isBodyNoun(noun) || isOrganisationWord(noun)) return false
  return (
    noun.pos === 'NOUN' && isSingular(noun) && !/(?:ing|ion|ment|ity|ness|ence|ance|ism|move|step)$/.test(noun.lower)
  )
}

/** The body behind a nationality in front says more. */
function fuller(
  { affiliation: front, isNation, isPlace }: Owned,
  behind: Behind,
  noun: Token,
  isOffice: boolean,
): Grounded<string> | null {
  // A governor is of a state; a voter or teacher is only from there.
  const isOfState = isOffice || isOfPlace(noun)
  const affiliation = (isPlace || isNation) && !isOfState && !PLAYS_FOR.test(noun.lower) ? null : front
  const other = behind.isPlace && !isOfState ? null : behind.affiliation
  if (affiliation === null || other === null) return affiliation ?? other
  return isNation ? other : affiliation
}

function isOfFamily({ lemma }: Token): boolean {
  return KIN.has(lemma) && lemma !== 'lawyer'
}

/** Who has an office of a place, or speaks or works for it. */
function isOfPlace(noun: Token): boolean {
  return (isTitle(noun) && !TRADES.test(noun.lower)) || isCrowd(noun) || OFFICIALS.test(noun.lower)
}
