import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import { findMentionAt, firstTokenOfName } from '../positions/mentions-at.ts'
import { isGenitive, isHonorific, isOrganisationWord, isRole, isTime, isTitle } from '../word-classes.ts'
import { areSeveral, ENTOURAGE, isBodyNoun, isVagueBody, LOCAL } from './affiliated-body.ts'
import { endOfBeforeRole } from './before-role.ts'
import { endOfPlace, endOfTeam, endOfUnknownName, isUnknownName } from './names/unknown-names.ts'
import { groundTokens, isHyphen, isOfPeople, isParty, type PhraseReading } from './phrase-reading.ts'
import { endOfOffice } from './role-nouns.ts'

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

/** What has been read of the words in front of the noun for somebody, as far as `roleStart`. */
interface Front {
  readonly reading: PhraseReading
  /** Where the words begin, without "Mrs" and "former". */
  readonly from: number
  readonly head: number
  readonly own: Mention | null
  affiliation: Grounded<string> | null
  roleStart: number
  isNation: boolean
  isPlace: boolean
  /** "Lee's | Ohio director": an owner has been named, and what follows belongs to that one. */
  isOfOwner: boolean
}

/** Takes what begins at a token as whose somebody is. Returns where what they are can begin behind it, or null. */
type Step = (front: Front, at: number) => number | null

/** In the order in which they are tried. */
const STEPS: readonly Step[] = [
  takeName,
  takeGenitive,
  takeListedPlace,
  takeUnknownName,
  passLeaning,
  takeParty,
  takeNation,
  takeBody,
]

/** Whose somebody is, in front of what they are: "the trade ministry's", "Lee campaign", "French", "council". */
export function readOwner(reading: PhraseReading, start: number, head: number, own: Mention | null): Owned {
  const { tokens } = reading
  let from = start
  while (from < head && isOwnHonorific(reading, from, own)) from += 1
  from = skipOnlyBefore(tokens, from, head)
  while (from < head && isOwnHonorific(reading, from, own)) from += 1
  const read = { affiliation: null, roleStart: from, isNation: false, isPlace: false, isOfOwner: false }
  const front: Front = { reading, from, head, own, ...read }
  for (let at = from; at < head; at = Math.max(at + 1, front.roleStart)) {
    // "House Speaker", "County Commissioner": all of it is the office.
    if (at === front.roleStart && isWholeOffice(tokens, at, head)) break
    const behindPlace = passPlaceOfOwner(front, at)
    if (behindPlace !== null) front.roleStart = behindPlace
    else readStep(front, at)
  }
  passHyphens(front)
  const { affiliation, roleStart, isNation, isPlace } = front

  return { affiliation, roleStart, isNation, isPlace }
}

/** Takes what the first fitting step takes at a token, and "former" behind it. */
function readStep(front: Front, at: number): void {
  const { reading, head } = front
  for (const step of STEPS) {
    const next = step(front, at)
    if (next === null) continue
    front.roleStart = skipOnlyBefore(reading.tokens, next, head)
    return
  }
}

/** "Leeds-area businessman" is of nobody. */
function passHyphens(front: Front): void {
  const { reading, head } = front
  const { tokens } = reading
  while (front.roleStart < head && (tokens[front.roleStart] as Token).text === '-') front.roleStart += 1
  if (tokens[front.roleStart - 1]?.text !== '-' || !NEAR.test(tokens[front.roleStart]?.lower ?? '')) return
  front.roleStart += 1
  if (!front.isOfOwner) front.affiliation = null
}

/** Makes the words up to a token whose somebody is, from the beginning of what was read of it, or of a nation its word alone. */
function belongTo(front: Front, to: number, isNation = false): void {
  const { reading, affiliation, roleStart } = front
  const first = affiliation === null ? roleStart : startOf(reading.tokens, affiliation, roleStart)
  front.affiliation = groundTokens(reading, isNation ? to - 1 : first, to)
  front.isNation = isNation
  front.isPlace = false
}

function nameAt({ reading: { tokens, mentions }, head, own }: Front, at: number): Mention | undefined {
  const token = tokens[at] as Token
  // "The CEO and founder": a model may take an office for a name.
  const isOffice = (one: Mention) => one.endToken - one.firstToken === 1 && isTitle(token)
  return findMentionAt(mentions, at, one => one !== own && one.name !== null && one.endToken <= head && !isOffice(one))
}

/** "Lee's | Ohio | director" is Lee's. */
function passPlaceOfOwner(front: Front, at: number): number | null {
  if (!front.isOfOwner) return null
  const named = nameAt(front, at)
  return named?.type === 'place' ? endOfTeam(front.reading.tokens, named.endToken, front.head) : null
}

/** "Acme", "Lee campaign", "Manhattan Supreme Court". */
function takeName(front: Front, at: number): number | null {
  const { reading, head } = front
  const { tokens } = reading
  const named = nameAt(front, at)
  if (named === undefined) return null
  const isPlace = named.type === 'place'
  // "Accra | Queens": a team goes by its town.
  const to = isPlace ? endOfTeam(tokens, named.endToken, head) : named.endToken
  const hasEntourage = named.type === 'person' && to < head && ENTOURAGE.has((tokens[to] as Token).lower)
  // "Manhattan | Supreme Court"
  const place = front.isPlace && named.type === 'organisation' && at === front.roleStart ? front.affiliation : null
  const first = place !== null ? startOf(tokens, place, at) : firstTokenOfName(tokens, named)
  front.affiliation = groundTokens(reading, first, hasEntourage ? to + 1 : to)
  front.isPlace = isPlace && to === named.endToken
  return hasEntourage && !CAMPAIGN_POST.test((tokens[head] as Token).lower) ? to + 1 : to
}

/** "The trade ministry | 's". */
function takeGenitive(front: Front, at: number): number | null {
  const { reading, from } = front
  const { tokens } = reading
  if (!isGenitive(tokens[at] as Token)) return null
  const isNew = front.affiliation === null || front.roleStart < at
  // "The teachers' | union | chief": what several are in is one body.
  const body = tokens[at + 1]
  if (
    isNew &&
    at > from &&
    at + 1 < front.head &&
    body !== undefined &&
    isBodyNoun(body) &&
    areSeveral(tokens[at - 1])
  ) {
    belongTo(front, at + 2)
    front.isOfOwner = true
    return at + 2
  }
  if (at > from && isNew && isOwner(tokens[at - 1] as Token)) belongTo(front, at)
  front.isOfOwner = front.affiliation !== null && !front.isPlace
  return at + 1
}

/** "Texas", "Accra Queens", by the lists. */
function takeListedPlace(front: Front, at: number): number | null {
  const { reading, head } = front
  const { tokens } = reading
  const place = at === front.roleStart ? endOfPlace(tokens, at, head) : at
  if (place === at) return null
  const to = endOfTeam(tokens, place, head)
  if (!front.isOfOwner) {
    belongTo(front, to)
    front.isPlace = to === place
  }
  return to
}

/** "Acme | CEO". */
function takeUnknownName(front: Front, at: number): number | null {
  const { reading, head } = front
  const { tokens } = reading
  const token = tokens[at] as Token
  const noun = tokens[head] as Token
  if (at !== front.roleStart || front.affiliation !== null || !isUnknownName(token, noun)) return null
  if (opensSentence(tokens, at) && !goesByName(token, noun)) return null
  const to = endOfUnknownName(tokens, at + 1, head)
  belongTo(front, to)
  return to
}

/** "Conservative | politician". */
function passLeaning({ reading: { tokens } }: Front, at: number): number | null {
  return LEANINGS.test((tokens[at] as Token).lower) && opensSentence(tokens, at) ? at + 1 : null
}

/** "Florida-based | Republican | strategist". */
function takeParty(front: Front, at: number): number | null {
  const { reading, head } = front
  const { tokens } = reading
  if (!isParty(tokens[at] as Token) || front.isOfOwner || opensBody(tokens, at + 1, head)) return null
  front.affiliation = groundTokens(reading, at, at + 1)
  front.isNation = false
  front.isPlace = false
  return at + 1
}

/** "French". */
function takeNation(front: Front, at: number): number | null {
  if (!isOfPeople(front.reading.tokens[at] as Token)) return null
  if (!front.isOfOwner) belongTo(front, at + 1, true)
  return at + 1
}

/** "The water | department". */
function takeBody(front: Front, at: number): number | null {
  const { reading, head } = front
  const { tokens } = reading
  const token = tokens[at] as Token
  const isInWord = at > 0 && isHyphen(tokens, at - 1)
  if (!isBodyNoun(token) || isInWord || token.pos === 'VERB') return null
  if (isGenitive(tokens[at + 1]) || !isParted(tokens, at, head)) return null
  const saysWhich =
    !isVagueBody(token.lower) || !NO_BODY.test(token.lower) || at > front.roleStart || front.affiliation !== null
  if (saysWhich && !front.isOfOwner) belongTo(front, at + 1)
  return at + 1
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

/** Where "former", "senior" and the like end, unless they open an office: "chief executive" is one. */
function skipOnlyBefore(tokens: readonly Token[], from: number, head: number): number {
  let at = from
  for (let next = at; ; at = next) {
    const isOffice = at < head && (endOfPlace(tokens, at, head) > at || endOfOffice(tokens, at, head + 1) > at + 1)
    next = at >= head || isOffice ? at : endOfBeforeRole(tokens, at, head)
    if (next === at) return at
  }
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

/** "Republican | National Committee Chairman": a party's name goes on. */
function opensBody(tokens: readonly Token[], from: number, head: number): boolean {
  for (let i = from; i < head && /^\p{Lu}/u.test((tokens[i] as Token).text); i += 1)
    if (isBodyNoun(tokens[i] as Token) || isOrganisationWord(tokens[i])) return true
  return false
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
