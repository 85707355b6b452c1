import type { Grounded, Mention, Token } from '../src/domain/layers.ts'
import { ENTOURAGE, isBodyNoun, isVagueBody, LOCAL } from './affiliated-body.ts'
import { findMentionAt } from './mentions-at.ts'
import { groundTokens, isHyphen, isOfPeople, isParty, type PhraseReading } from './phrase-reading.ts'
import { endOfOffice, isBeforeRole } from './role-nouns.ts'
import {
  isCommon,
  isGenitive,
  isHonorific,
  isOrganisationWord,
  isPlaceName,
  isRole,
  isTime,
  isTitle,
} from './word-classes.ts'

/** What people are called with a body's name: these are what they are only together with it ("police officer"), others alone. */
const OF_BODY =
  /^(?:officials?|spokes\w+|representatives?|members?|employees?|staffers?|workers?|aides?|advis[eo]rs?|lawyers?|attorneys?|executives?|engineers?|(?:vice-)?(?:president|chairman|chairwoman|chairperson|chair)s?|heads?|ministers?|analysts?|researchers?|insiders?|sources?|candidates?|nominees?|veterans?|host|correspondents?|reporters?|editors?|columnists?|professors?|scientists?|commissioners?|directors?)$/
/** These are nobody that people belong to. */
const NO_OWNER =
  /^(?:world|day|today|tomorrow|yesterday|week|month|year|season|time|life|man|woman|person|people|child)$/
const NO_BODY = /^(?:service|force|team|station|office|group)$/
/** What soldiers and officers have their ranks in. */
const SERVICES = /^(?:army|navy|force|marines?|corps|guard)$/
/** "Campaign manager" is what somebody is; a campaign's spokesman is a spokesman. */
const CAMPAIGN_POST = /^(?:manager|chair|chairman|chairwoman|chief|director|strategist|ceo)$/
/** At a sentence's start these are rather what somebody thinks than a party. */
const LEANINGS = /^(?:conservative|liberal|independent|green|nationalist|unionist|progressive)$/
/** Before these a capital is a team’s, wherever it stands: "Town captain". */
const OF_TEAM = /^(?:captain|skipper|coach|goalkeeper|striker|midfielder|defender|winger|forward)$/
/** Scholars go by their school ("Harvard economist"), unless it is their field ("Energy economist", "Law professor"). */
const OF_SCHOOL =
  /^(?:academic|alum(?:na|nus)|economist|graduate|historian|lecturer|philosopher|professor|researcher|scholar|scientist|sociologist|student|undergraduate)s?$/
const FIELD =
  /(?:ics|logy|graphy|nomy|istry|ing|al|ic)$|^(?:climate|consumer|development|education|energy|english|health|history|housing|law|labou?r|market|media|music|nursing|tax|trade|welfare)$/
/** Behind a place and a hyphen. */
const NEAR = /^(?:area|based|born|trained|educated|raised|backed|led|style|era)$/
/** Offices that go by their field, with a capital or not. */
const OF_A_FIELD = /^(?:ministers?|secretar(?:y|ies)|undersecretary|commissioners?|ombudsman|tsar|czar)$/
/** Whose somebody is, by what stands in front. */
export interface Owned {
  readonly affiliation: Grounded<string> | null
  /** Where what they are begins. */
  readonly roleStart: number
  /** Whether a nationality alone says whose. */
  readonly isNation: boolean
  /** Whether a place alone does. */
  readonly isPlace: boolean
}

/** Whose somebody is, in front of what they are: "the trade ministry's", "Lee campaign", "French", "council". */
export function readOwner(reading: PhraseReading, start: number, head: number, own: Mention | null): Owned {
  const { tokens, mentions } = reading
  let from = start
  while (from < head && (isOwnHonorific(reading, from, own) || isOnlyBefore(tokens, from, head))) from += 1
  const owned = { affiliation: null as Grounded<string> | null, isNation: false, isPlace: false, roleStart: from }
  // "Lee's Ohio director" is Lee's.
  let isOfOwner = false
  const belongTo = (to: number, isNation = false) => {
    const first = owned.affiliation === null ? owned.roleStart : startOf(tokens, owned.affiliation, owned.roleStart)
    owned.affiliation = groundTokens(reading, isNation ? to - 1 : first, to)
    owned.isNation = isNation
    owned.isPlace = false
  }
  for (let i = from; i < head; i = Math.max(i + 1, owned.roleStart)) {
    const token = tokens[i] as Token
    // "House Speaker", "County Commissioner": all of it is the office.
    if (i === owned.roleStart && isWholeOffice(tokens, i, head)) break
    // "The CEO and founder": a model may take an office for a name.
    const isOffice = (one: Mention) => one.endToken - one.firstToken === 1 && isTitle(token)
    const named = findMentionAt(
      mentions,
      i,
      one => one !== own && one.name !== null && one.endToken <= head && !isOffice(one),
    )
    if (named !== undefined) {
      const isPlace = named.type === 'place'
      // "Accra | Queens": a team goes by its town.
      const to = isPlace ? endOfTeam(tokens, named.endToken, head) : named.endToken
      const hasEntourage = named.type === 'person' && to < head && ENTOURAGE.has((tokens[to] as Token).lower)
      // "Manhattan Supreme Court"
      const goesOn =
        owned.isPlace && named.type === 'organisation' && owned.affiliation !== null && i === owned.roleStart
      owned.roleStart = hasEntourage && !CAMPAIGN_POST.test((tokens[head] as Token).lower) ? to + 1 : to
      if (isOfOwner && isPlace) continue
      const first = goesOn ? startOf(tokens, owned.affiliation as Grounded<string>, i) : firstOfName(tokens, named)
      owned.affiliation = groundTokens(reading, first, hasEntourage ? to + 1 : to)
      owned.isPlace = isPlace && to === named.endToken
    } else if (isGenitive(token)) {
      if (i > from && (owned.affiliation === null || owned.roleStart < i) && isOwner(tokens[i - 1] as Token))
        belongTo(i)
      isOfOwner = owned.affiliation !== null && !owned.isPlace
      owned.roleStart = i + 1
    } else if (i === owned.roleStart && endOfPlace(tokens, i, head) > i) {
      const place = endOfPlace(tokens, i, head)
      const to = endOfTeam(tokens, place, head)
      if (!isOfOwner) {
        belongTo(to)
        owned.isPlace = to === place
      }
      owned.roleStart = to
    } else if (
      i === owned.roleStart &&
      owned.affiliation === null &&
      isUnknownName(token, tokens[head] as Token) &&
      (!opensSentence(tokens, i) || goesByName(token, tokens[head] as Token))
    ) {
      const to = endOfUnknownName(tokens, i + 1, head)
      belongTo(to)
      owned.roleStart = to
    } else if (LEANINGS.test(token.lower) && opensSentence(tokens, i)) {
      owned.roleStart = i + 1
    } else if (isParty(token) && !isOfOwner && !opensBody(tokens, i + 1, head)) {
      // "Florida-based Republican strategist"
      owned.affiliation = groundTokens(reading, i, i + 1)
      owned.isNation = false
      owned.isPlace = false
      owned.roleStart = i + 1
    } else if (isOfPeople(token)) {
      if (!isOfOwner) belongTo(i + 1, true)
      owned.roleStart = i + 1
    } else if (
      isBodyNoun(token) &&
      !(i > 0 && isHyphen(tokens, i - 1)) &&
      token.pos !== 'VERB' &&
      !isGenitive(tokens[i + 1]) &&
      isParted(tokens, i, head)
    ) {
      if (!isVagueBody(token.lower) || !NO_BODY.test(token.lower) || i > owned.roleStart || owned.affiliation !== null)
        if (!isOfOwner) belongTo(i + 1)
      owned.roleStart = i + 1
    }
    if (owned.roleStart > i)
      while (owned.roleStart < head && isOnlyBefore(tokens, owned.roleStart, head)) owned.roleStart += 1
  }
  while (owned.roleStart < head && (tokens[owned.roleStart] as Token).text === '-') owned.roleStart += 1
  // "Leeds-area businessman"
  if (tokens[owned.roleStart - 1]?.text === '-' && NEAR.test(tokens[owned.roleStart]?.lower ?? '')) {
    owned.roleStart += 1
    owned.affiliation = null
  }
  return owned
}

/** "Mrs | Justice Ann Lee"; in "Ms Lee's lawyer" it is another's. */
function isOwnHonorific({ tokens, mentions }: PhraseReading, at: number, own: Mention | null): boolean {
  return (
    isHonorific(tokens[at] as Token) &&
    findMentionAt(mentions, at, one => one !== own && one.name !== null) === undefined
  )
}

/** "House Speaker", "County Commissioner". */
function isWholeOffice(tokens: readonly Token[], at: number, head: number): boolean {
  return endOfOffice(tokens, at, head + 1) > head || isLocalOffice(tokens[at] as Token, tokens[head] as Token)
}

/** "Former", "senior" where it opens no office: "chief executive" is one. */
function isOnlyBefore(tokens: readonly Token[], at: number, head: number): boolean {
  if (!isBeforeRole(tokens[at] as Token) || endOfPlace(tokens, at, head) > at) return false
  return endOfOffice(tokens, at, head + 1) <= at + 1
}

/** "County Commissioner", "City Councilman", "State Senator", with capitals. */
function isLocalOffice({ text }: Token, head: Token): boolean {
  return LOCAL.test(text) && /^\p{Lu}/u.test(head.text)
}

/** "The ministry's", "the governor's", "the mine's": who somebody can belong to, and no friend or day. */
function isOwner(last: Token): boolean {
  if (isBodyNoun(last) || isOrganisationWord(last) || isTitle(last)) return true
  return last.pos === 'NOUN' && !isRole(last) && !isTime(last) && !NO_OWNER.test(last.lower)
}

/** "Texas | Governor", "New Jersey | Senator": where a listed place ends, or the token where none begins. */
function endOfPlace(tokens: readonly Token[], from: number, head: number): number {
  if (!/^\p{Lu}/u.test((tokens[from] as Token).text)) return from
  let phrase = ''
  let end = from
  for (let i = from; i < Math.min(head, from + 3); i += 1) {
    phrase = phrase === '' ? (tokens[i] as Token).lower : `${phrase} ${(tokens[i] as Token).lower}`
    if (isPlaceName(phrase)) end = i + 1
  }
  return end
}

/** "Acme | CEO", "Harvard | economist": a capital that no list and no model knows, in front of what has none. */
function isUnknownName(token: Token, head: Token): boolean {
  // "Culture Minister": that is what the minister is of.
  const { pos, text, lower } = token
  if (OF_A_FIELD.test(head.lower) && !/^\p{Lu}{2,}$/u.test(text)) return false
  if (pos !== 'PROPN' || !/^\p{Lu}/u.test(text) || (/^\p{Lu}\p{Ll}/u.test(head.text) && !isTitle(head))) return false
  if (/(?:al|ic|ive|ous|ary)$/.test(lower) || /^(?:IT|TV|PR|HR|AI|CEO|MP|VP)$/.test(text)) return false
  return !isCommon(lower) && !isRole(token) && !isTitle(token) && !isOfPeople(token)
}

/** "Republican | National Committee Chairman": a party's name goes on. */
function opensBody(tokens: readonly Token[], from: number, head: number): boolean {
  for (let i = from; i < head && /^\p{Lu}/u.test((tokens[i] as Token).text); i += 1)
    if (isBodyNoun(tokens[i] as Token) || isOrganisationWord(tokens[i])) return true
  return false
}

/** Where capitals that no list and no model knows end. */
function endOfUnknownName(tokens: readonly Token[], from: number, head: number): number {
  let to = from
  while (to < head && isUnknownName(tokens[to] as Token, tokens[head] as Token)) to += 1
  return to
}

/** "Accra | Queens captain": behind a place any capitals go on with the name, if what they are has none. */
function endOfTeam(tokens: readonly Token[], from: number, head: number): number {
  if (!/^\p{Ll}/u.test((tokens[head] as Token).text)) return endOfUnknownName(tokens, from, head)
  let to = from
  while (
    to < head &&
    tokens[to]?.pos === 'PROPN' &&
    /^\p{Lu}/u.test((tokens[to] as Token).text) &&
    !isOfPeople(tokens[to] as Token)
  )
    to += 1
  return to
}

/** Whether somebody who is that goes by a team or a school, so that a capital is likely its name. */
function goesByName({ lower }: Token, { lower: noun }: Token): boolean {
  return OF_TEAM.test(noun) || (OF_SCHOOL.test(noun) && !FIELD.test(lower))
}

/** There a capital says nothing, unless there are more: "Crane driver Ann Lee", but "FBI agent Bo Roy". */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  if (/\p{Lu}/u.test((tokens[at] as Token).text.slice(1))) return false
  const before = tokens[at - 1]
  return before === undefined || before.sentence !== tokens[at]?.sentence || /^[“"‘]$/.test(before.text)
}

/** "A department | official": the body and what they are stand apart; "police officer" is one. */
function isParted(tokens: readonly Token[], body: number, head: number): boolean {
  const noun = tokens[head] as Token
  if (SERVICES.test((tokens[body] as Token).lower) && isTitle(noun)) return true
  return OF_BODY.test(noun.lower) && endOfOffice(tokens, body, head + 1) <= head
}

/** Where an affiliation begins that the words behind it go on with: "Uganda’s | fisheries ministry". */
function startOf(tokens: readonly Token[], { span }: Grounded<string>, roleStart: number): number {
  let at = roleStart
  while (at > 0 && span !== null && (tokens[at - 1] as Token).start >= span.start) at -= 1
  return at
}

function firstOfName(tokens: readonly Token[], { firstToken, endToken, name }: Mention): number {
  let at = firstToken
  while (at < endToken - 1 && name !== null && (tokens[at] as Token).start < name.start) at += 1
  return at
}
