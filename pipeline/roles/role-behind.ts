import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import { findMentionAt } from '../positions/mentions-at.ts'
import { isGenitive, isPlaceName, isTime } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { bodyAt } from './affiliated-body.ts'
import { groundTokens, isHyphen, isOfPeople, isParty, NOMINAL, type PhraseReading } from './phrase-reading.ts'
import { endOfOffice } from './role-nouns.ts'

/** Who speaks or acts for somebody: whoever stands behind "for" is no part of what they are. */
const SPEAKS_FOR = /^(?:spokes\w+|representatives?|lawyers?|attorneys?|solicitors?|agents?|counsel|publicists?)$/
const SERVES = /^(?:advis[eo]r|aide|assistant|consultant|counsel)s?$/
/** What stands before whom somebody belongs to. */
export const BELONGS: ReadonlySet<string> = new Set('of for at with from in to on inside within'.split(' '))
/** What stands between what somebody is and where. */
const JOINS: ReadonlySet<string> = new Set([...BELONGS, 'under'])
/** What somebody is goes on behind it: "head of operations", "minister for mines". */
const GOES_ON = /^(?:of|for)$/
/** Only what these are goes on behind "in", "on" or "to" ("expert on tides"): others are somewhere. */
const HAS_FIELD =
  /^(?:advis[eo]r|aide|assistant|authority|consultant|counsel|expert|fellow|graduate|heir|lecturer|professor|reader|researcher|scientist|secretary|specialist|student)s?$/
/** What one sits on, not what one talks about. */
const PANEL = /(?:committee|panel|board|council|commission|campaign|desk|staff|team)$/i
/** Whom a place sends, and who acts for it there. */
export const SENT_FROM =
  /^(?:senator|sen|representative|rep|congress(?:man|woman)|delegate|lawmaker|legislator|mp|governor)s?$/
export const ACTS_IN =
  /^(?:official|prosecutor|judge|justice|diplomat|ambassador|lawmaker|legislator|leader|authorit(?:y|ie)|minister|magistrate|attorney general|regulator)s?$/
/** What ministers are for. */
const DEPARTMENTS = readWordList(new URL('../lexicon/department.txt', import.meta.url))
/** What stands behind the noun for somebody. */
export interface Behind {
  readonly roleEnd: number
  readonly affiliation: Grounded<string> | null
  /** Whether that is no more than a place. */
  readonly isPlace: boolean
  readonly endToken: number
}

/** What stands behind the noun: what they are of ("head of operations"), and where ("at Orchid Securities"). */
export function readBehind(
  reading: PhraseReading,
  roleStart: number,
  head: number,
  limit: number,
  own: Mention | null,
): Behind {
  const { tokens } = reading
  const office = endOfOffice(tokens, roleStart, limit)
  let at = Math.max(head + 1, office)
  let roleEnd = at
  const noun = tokens[head] as Token
  while (at < limit) {
    const preposition = tokens[at] as Token
    const { lower } = preposition
    if (!JOINS.has(lower) || preposition.sentence !== noun.sentence) break
    const body =
      isOfField(tokens, at + 1) || isDepartment(noun, tokens[at + 1]) ? null : bodyAt(reading, at + 1, limit, own)
    if (body !== null && (lower !== 'on' || PANEL.test(body.value))) {
      if (!isSent(noun, lower)) {
        const isPlace = isOnlyPlace(reading, at + 1, body)
        // "A nurse from Leeds", "a spokesman in Leeds" are of something else.
        const isThere =
          isPlace &&
          ((lower === 'from' && !SENT_FROM.test(noun.lower)) || (lower === 'in' && !ACTS_IN.test(noun.lower)))
        return { roleEnd, affiliation: isThere ? null : body, isPlace, endToken: tokenAfter(tokens, at, body) }
      }
      // "ambassador to Mali"
      at = tokenAfter(tokens, at, body)
      roleEnd = at
      continue
    }
    const next = endOfNouns(tokens, at + 1, limit)
    if (next === at + 1 || !(GOES_ON.test(lower) || (/^(?:in|on|to)$/.test(lower) && HAS_FIELD.test(noun.lower)))) break
    if ((lower === 'for' && SPEAKS_FOR.test(noun.lower)) || (lower === 'to' && SERVES.test(noun.lower))) {
      const first = skipDeterminer(tokens, at + 1)
      return { roleEnd, affiliation: groundTokens(reading, first, next), isPlace: false, endToken: next }
    }
    at = next
    roleEnd = next
  }
  return { roleEnd, affiliation: null, isPlace: false, endToken: at }
}

/** "Director for | Asian affairs": a nation before a noun is part of a field. */
function isOfField(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    isOfPeople(token) &&
    !isParty(token) &&
    /^(?:affairs|policy|studies|relations|history|languages?|literature|art|politics|security|trade|operations)$/.test(
      tokens[at + 1]?.lower ?? '',
    )
  )
}

/** "Secretary of | Defense": what a minister is for, with a capital or not, is part of the office. */
function isDepartment({ lower }: Token, next: Token | undefined): boolean {
  return (
    /^(?:secretar(?:y|ies)|ministers?|undersecretary|commissioners?)$/.test(lower) &&
    next !== undefined &&
    DEPARTMENTS.has(next.lower)
  )
}

function isOnlyPlace({ mentions }: PhraseReading, from: number, { value, span }: Grounded<string>): boolean {
  if (isPlaceName(value.toLowerCase())) return true
  for (let at = from; at < from + 2; at += 1) {
    const named = findMentionAt(mentions, at, ({ name }) => name !== null && name.end === span?.end)
    if (named !== undefined) return named.type === 'place'
  }
  return false
}

/** "Envoy to", "ambassador to": where they are sent is what they are. */
function isSent({ lower }: Token, preposition: string): boolean {
  return preposition === 'to' && /^(?:ambassador|envoy|delegate|emissary|visitor|candidate)$/.test(lower)
}

function skipDeterminer(tokens: readonly Token[], from: number): number {
  return /^(?:DET|PRON)$/.test((tokens[from] as Token).pos) ? from + 1 : from
}

/** Where the nouns that begin at a token end, with an article and "and" between them; `from` where there are none. */
function endOfNouns(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  if (at < limit && (tokens[at] as Token).pos === 'DET') at += 1
  const start = at
  while (at < limit) {
    const token = tokens[at] as Token
    const isJoined = at > start && (token.lower === 'and' || isGenitive(token) || isHyphen(tokens, at))
    const next = tokens[at + 1]
    if (isTime(token)) break
    const isTakenForVerb =
      token.pos === 'VERB' && at === start && (/ing$/.test(token.lower) || !NOMINAL.test(next?.pos ?? ''))
    if (isTakenForVerb && !/^(?:DET|PRON)$/.test(next?.pos ?? '')) {
      at += 1
      continue
    }
    if (!NOMINAL.test(token.pos) && !(isJoined && next !== undefined && at + 1 < limit && NOMINAL.test(next.pos))) break
    at += 1
  }
  return at === start || !/^(?:NOUN|PROPN|VERB)$/.test((tokens[at - 1] as Token).pos) ? from : at
}

function tokenAfter(tokens: readonly Token[], from: number, { span }: Grounded<string>): number {
  let at = from
  while (at < tokens.length && span !== null && (tokens[at] as Token).start < span.end) at += 1
  return at
}
