import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { findMentionAt } from '../positions/mentions-at.ts'
import { isDemonym, isGenitive, isOrganisationWord, isSingular, isTime, isTitle } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { isRank } from '../words/rank.ts'
import { endOfBodyName, endOfPurpose } from './names/body-name.ts'
import { groundSpan, groundTokens, NOMINAL, type PhraseReading } from './phrase-reading.ts'

/** Words for a body that somebody belongs to, without a name of its own. */
const BODIES = readWordList(new URL('../lexicon/body.txt', import.meta.url))
/** What people have that speaks for them: "the Lee campaign". */
export const ENTOURAGE: ReadonlySet<string> = new Set(
  'campaign administration camp government team office foundation estate cabinet coalition company firm organization organisation transition'.split(
    ' ',
  ),
)
/** Before a person's name, these say whom somebody works for or is close to. */
const FOR_PERSON = /^(?:for|to|of)$/
const DETERMINER = /^(?:the|a|an|this|that|its|his|her|their|our|my)$/
/** By themselves these say nothing of whom somebody belongs to. */
const VAGUE =
  /^(?:office|campaign|administration|service|force|state|group|team|bank|newspaper|magazine|network|station)$/
/** With a capital and before another, these belong to an office. */
export const LOCAL = /^(?:City|County|District|Parish|State|Town|Ward)$/
/** Before "sources" these say what is drawn from it, and not who says it. */
const OF_THINGS: ReadonlySet<string> = new Set(
  'data energy food funding heat income information light media news power revenue water'.split(' '),
)
/** Bodies that go on with what they are of. */
const OF_A_FIELD =
  /^(?:academy|association|board|bureau|chamber|college|department|directorate|faculty|federation|guild|institute|ministry|school|society)$/
/** How far an owner is sought before what is owned, in tokens. */
const FRONT = 10

export function isBodyNoun({ lower }: Token): boolean {
  return BODIES.has(lower)
}

/** Whether a word for a body (lower case) alone says nothing of whom somebody belongs to. */
export function isVagueBody(word: string): boolean {
  return VAGUE.test(word)
}

/**
 * The named body, place or person at a token, or a noun phrase that ends in a word for a body ("the water department").
 *
 * @param own the mention of who belongs to it, which is not meant
 */
export function bodyAt(reading: PhraseReading, from: number, to: number, own: Mention | null): Grounded<string> | null {
  const { tokens, mentions } = reading
  let start = from
  while (
    start < to &&
    /^(?:DET|ADJ|PRON)$/.test(tokens[start]?.pos ?? '') &&
    findMentionAt(mentions, start) === undefined
  )
    start += 1
  let kind = endOfKind(tokens, start, to)
  // "A group called Citizens for Lee".
  if (kind > start && /^(?:called|named|titled)$/.test(tokens[kind]?.lower ?? '')) kind += 1
  const capital = skipSmall(tokens, start, to)
  const byCapitals = endOfBodyName(reading, capital, to)
  const known = findMentionAt(mentions, start, ({ type }) => type === 'organisation' || type === 'place')
  const isOwn = own !== null && own.firstToken < byCapitals && own.endToken > capital
  if (!isOwn && byCapitals > (known?.endToken ?? capital)) return groundTokens(reading, capital, byCapitals)
  const named =
    findMentionAt(mentions, start, one => one !== own && one.type !== 'person') ??
    findMentionAt(mentions, kind, one => one !== own && one.type === 'organisation' && one.name !== null)
  if (named !== undefined) return withBody(reading, named, groundBody(reading, named, to), to)
  const person = FOR_PERSON.test(tokens[from - 1]?.lower ?? '') ? personAt(reading, start, to, own) : null
  if (person !== null) return groundBody(reading, person, to)
  start = from
  while (start < to && DETERMINER.test((tokens[start] as Token).lower)) start += 1
  const end = endOfBody(tokens, start, to)
  const isVague = end - start === 1 && VAGUE.test((tokens[start] as Token).lower) && !isDefinite(tokens, start)
  if (end === start || isVague) return null
  return groundTokens(reading, start, end)
}

/** "The centrist | Committee for Change". */
function skipSmall(tokens: readonly Token[], start: number, to: number): number {
  let at = start
  while (at < Math.min(to, start + 3) && /^\p{Ll}/u.test(tokens[at]?.text ?? '') && NOMINAL.test(tokens[at]?.pos ?? ''))
    at += 1
  return at
}

/** "At the | bank": which one was said before. */
function isDefinite(tokens: readonly Token[], noun: number): boolean {
  return (
    /^(?:the|this|that|its)$/.test(tokens[noun - 1]?.lower ?? '') &&
    /^(?:at|for|with)$/.test(tokens[noun - 2]?.lower ?? '')
  )
}

/** "The charity | Second Dose": where the words end that say what is named behind them; `start` where there are none. */
function endOfKind(tokens: readonly Token[], start: number, to: number): number {
  let end = start
  while (end < Math.min(to, start + 3) && /^(?:NOUN|ADJ)$/.test((tokens[end] as Token).pos)) end += 1
  const last = tokens[end - 1]
  return end > start && last !== undefined && (BODIES.has(last.lower) || isOrganisationWord(last)) ? end : start
}

/** Where a noun phrase that ends in a word for a body ends: "port workers' union"; `start` where it ends in none. */
function endOfBody(tokens: readonly Token[], start: number, to: number): number {
  let last = start
  for (let i = start; i < to; i += 1) {
    const token = tokens[i] as Token
    const isJoined = i > start && (isGenitive(token) || token.text === '-')
    if (!isJoined && !NOMINAL.test(token.pos)) break
    if (BODIES.has(token.lower) && token.pos !== 'VERB') last = i + 1
  }
  last = endOfField(tokens, last, start, to)
  // "The ministry's man" is no ministry.
  return isGenitive(tokens[last]) && last < to ? start : last
}

/** "The ministry | of transport", "a federation | of port workers": what such a body is of says which it is. */
function endOfField(tokens: readonly Token[], last: number, start: number, to: number): number {
  if (last === start || !OF_A_FIELD.test((tokens[last - 1] as Token).lower) || tokens[last]?.lower !== 'of') return last
  let end = last + 1
  while (end < to && /^(?:NOUN|ADJ)$/.test((tokens[end] as Token).pos) && !isTime(tokens[end] as Token)) end += 1
  return end > last + 1 && tokens[end - 1]?.pos === 'NOUN' ? end : last
}

/** A name with the body that is named by it: "Uganda’s fisheries ministry", "Kisumu County". */
function withBody(
  reading: PhraseReading,
  { endToken }: Mention,
  named: Grounded<string>,
  to: number,
): Grounded<string> {
  const { tokens } = reading
  const { span } = named
  let from = endToken
  if (isGenitive(tokens[from])) from += 1
  const end = from < to ? endOfBody(tokens, from, to) : from
  if (end === from || span === null || (tokens[end - 1] as Token).end <= span.end) return named
  return groundSpan(reading, { start: span.start, end: (tokens[end - 1] as Token).end })
}

function isBeforePerson(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  return /^(?:NOUN|ADJ|DET)$/.test(token.pos) || isTitle(token)
}

export function isNamedPerson({ type, name }: Mention): boolean {
  return type === 'person' && name !== null
}

/** "Ann Lee", "Ms Lee", "the incumbent, Sheriff Lee". */
function personAt({ tokens, mentions }: PhraseReading, from: number, to: number, own: Mention | null): Mention | null {
  let start = from
  while (start < to && isBeforePerson(tokens, start) && findMentionAt(mentions, start, isNamedPerson) === undefined)
    start += 1
  if (start > from && tokens[start]?.text === ',') start += 1
  const found = findMentionAt(mentions, start, isNamedPerson)
  return found === undefined || found === own ? null : found
}

/**
 * Whose something is, in the tokens before it: an owner with a genitive ("the trade ministry's"), a name that modifies
 * ("Pentagon", "Lee campaign"), a nationality, or a word for a body ("council").
 */
export function ownerIn(
  reading: PhraseReading,
  from: number,
  to: number,
  own: Mention | null,
): Grounded<string> | null {
  const { tokens } = reading
  for (let i = from; i < Math.min(to, from + FRONT); i += 1) {
    const token = tokens[i] as Token
    const owner = namedOwnerAt(reading, i, to, own, false) ?? bodyWithGenitive(reading, i, from)
    if (owner !== null) return owner
    if (isDemonym(token)) return groundSpan(reading, token)
    // "County Commissioner": a part of the office.
    if (LOCAL.test(token.text) && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) continue
    if (BODIES.has(token.lower) && token.pos !== 'VERB' && !VAGUE.test(token.lower)) {
      const body = nounPhraseBefore(tokens, i + 1, from)
      if (body !== null) return groundSpan(reading, body)
    }
  }
  return null
}

/** The owner with a genitive in tokens behind a name, where anything else may be part of a list. */
export function genitiveOwnerIn(
  reading: PhraseReading,
  from: number,
  to: number,
  own: Mention | null,
): Grounded<string> | null {
  for (let i = from; i < Math.min(to, from + FRONT); i += 1) {
    const owner = namedOwnerAt(reading, i, to, own, true) ?? bodyWithGenitive(reading, i, from)
    if (owner !== null) return owner
  }
  return null
}

/** "Lee’s", "Pentagon | sources": a name that something belongs to. */
function namedOwnerAt(
  reading: PhraseReading,
  at: number,
  to: number,
  own: Mention | null,
  needsGenitive: boolean,
): Grounded<string> | null {
  const { tokens, mentions } = reading
  const named = findMentionAt(
    mentions,
    at,
    one => one !== own && one.endToken <= to && one.name !== null && one.type !== 'group',
  )
  if (named === undefined) return null
  const modifies = named.endToken >= to || NOMINAL.test((tokens[named.endToken] as Token).pos)
  const owns = isGenitive(tokens[named.endToken]) || (modifies && !needsGenitive)
  return owns ? groundBody(reading, named, to) : null
}

/** "The trade ministry | 's". */
function bodyWithGenitive(reading: PhraseReading, at: number, from: number): Grounded<string> | null {
  const { tokens } = reading
  if (!isGenitive(tokens[at] as Token)) return null
  const body = nounPhraseBefore(tokens, at, from)
  return body !== null && BODIES.has((tokens[at - 1] as Token).lower) ? groundSpan(reading, body) : null
}

/** "A law enforcement source", "industry insiders": what those who are called no more than that know from inside. */
export function fieldBefore(reading: PhraseReading, from: number, head: number): Grounded<string> | null {
  const { tokens } = reading
  if (!/^(?:sources?|insiders?)$/.test((tokens[head] as Token).lower)) return null
  let first = head
  while (first > from && isField(tokens, first - 1)) first -= 1
  const last = tokens[head - 1]
  if (first === head || last === undefined || OF_THINGS.has(last.lower)) return null
  return groundTokens(reading, first, head)
}

/** A noun that says where, also with the capital of a sentence's start. */
function isField(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, sentence } = tokens[at] as Token
  const opens = pos === 'PROPN' && sentence !== tokens[at - 1]?.sentence
  return (pos === 'NOUN' || opens) && !isRank(lower)
}

/** "(R-Utah)", "(D-Wis.)", ", R-Texas,": party and state behind the name of a member of a parliament. */
export function partyBehind(
  { text, tokens }: Pick<PhraseReading, 'text' | 'tokens'>,
  endToken: number,
): Grounded<string> | null {
  const first = tokens[endToken + 1]
  const mark = tokens[endToken]?.text
  if (first === undefined || (mark !== '(' && mark !== ',')) return null
  const match = /^[RDI](?:-|–)\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]+)?/u.exec(text.slice(first.start, first.start + 30))
  if (match === null) return null
  // "R-Utah." may end a sentence; "D-Wis." is short for something.
  const end = first.start + match[0].length
  return groundSpan({ text }, { start: first.start, end })
}

/** "Tenants", "nurses": with a genitive behind them, whose body it is. */
export function areSeveral(owners: Token | undefined): boolean {
  return owners?.pos === 'NOUN' && !isSingular(owners)
}

/** The nouns and adjectives right before a token, without an article; "the tenants' association" whole. */
function nounPhraseBefore(tokens: readonly Token[], end: number, from: number): Span | null {
  let start = end
  for (let at = end - 1; at >= from; at -= 1) {
    if (isGenitive(tokens[at]) && at < start && at > from && areSeveral(tokens[at - 1])) continue
    if (!NOMINAL.test((tokens[at] as Token).pos)) break
    start = at
  }
  // "A senior | government source": how high somebody stands is no part of where.
  while (start < end - 1 && isRank((tokens[start] as Token).lower)) start += 1
  return start === end ? null : { start: (tokens[start] as Token).start, end: (tokens[end - 1] as Token).end }
}

/** A name as an affiliation; a person's with what speaks for that person ("Lee’s campaign"). */
function groundBody(reading: PhraseReading, mention: Mention, to: number): Grounded<string> {
  const { tokens } = reading
  const name = mention.name ?? mention
  const next = isGenitive(tokens[mention.endToken]) ? mention.endToken + 1 : mention.endToken
  const entourage = tokens[next]
  if (mention.type === 'person' && next < to && entourage !== undefined && ENTOURAGE.has(entourage.lower))
    return groundSpan(reading, { start: name.start, end: entourage.end })
  const end = mention.type === 'organisation' ? endOfPurpose(reading, mention.endToken, to) : mention.endToken
  if (end === mention.endToken) return groundSpan(reading, name)
  return groundSpan(reading, { start: name.start, end: (tokens[end - 1] as Token).end })
}
