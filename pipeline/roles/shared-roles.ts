import type { Mention, Token } from '../../src/domain/layers.ts'
import { findMentionAt, findMentionEndingAt } from '../positions/mentions-at.ts'
import { isGenitive, isHonorific } from '../word-classes.ts'
import { isNamedPerson } from './affiliated-body.ts'
import { endOfSentence, isParty, type PhraseReading } from './phrase-reading.ts'
import { isPluralRole } from './role-nouns.ts'
import { type RolePhrase, readRolePhrase } from './role-phrase.ts'

/** Names that one plural is read over, and words of a phrase in front of them. */
const MOST_NAMES = 6
const LONGEST = 10
const BRACKET = 8
/** "Of the Civic Party" between two names. */
const COMPLEMENT = 7
/** Behind several names, these say that all of them are meant. */
const COUNTED = /^(?:all|both|two|three|four|five|six)$/
/** What a plural gives examples by. */
const FOR_EXAMPLE = /^(?:including|like|as|by)$/

/**
 * What several are called in front of their names: "Sens. Ann Lee (D-Ohio), Bo Roy and Cy Dahl", "two Leeds developers, Ann Lee and Bo
 * Roy", "defectors from the sect, including Ann Lee". Null where no plural stands before the first of them.
 */
export function readSharedRole(reading: PhraseReading, mention: Mention): RolePhrase | null {
  const { tokens, mentions } = reading
  let first = mention
  for (let names = 0; names < MOST_NAMES; names += 1) {
    const before = findJoined(tokens, mentions, first)
    if (before === undefined || before === first) break
    first = before
  }
  let end = startOfName(tokens, first)
  while (end > 0 && isHonorific(tokens[end - 1] as Token)) end -= 1
  const given = skipExample(tokens, end)
  const isGiven = given < end
  end = given
  if (tokens[end - 1]?.text === ',') end -= 1
  const point = tokens[end - 1]
  const before = tokens[end - 2]
  const isCut = point?.text === '.' && before !== undefined && isAbbreviated(before) && before.end === point.start
  const last = isGiven ? endOfPlural(tokens, end) : isCut ? end - 1 : end
  const plural = tokens[last - 1]
  if (plural === undefined || !isPlural(plural)) return null
  // A full stop may have been taken for a sentence's end.
  if (!isCut && plural.sentence !== tokens[first.firstToken]?.sentence) return null
  if (!isGiven && first === mention && !isAbbreviated(plural) && !isFollowed(tokens, mention)) return null
  let from = last - 1
  while (from > 0 && last - from < LONGEST && tokens[from]?.pos !== 'DET' && isInFront(tokens, from - 1, plural))
    from -= 1
  const phrase = readRolePhrase(reading, from, isGiven ? end : last, mention, true)
  const role = phrase?.role?.span
  if (phrase === null || role == null || !isCut || point === undefined) return phrase
  // "Sens" with its full stop.
  const span = { start: role.start, end: point.end }
  return { ...phrase, role: { value: reading.text.slice(span.start, span.end), span } }
}

/** "Ann Lee and Bo Roy, both nurses at Leeds Hospital,": what a plural behind the last of several names says of each. */
export function readSharedApposition(reading: PhraseReading, mention: Mention): RolePhrase | null {
  const { tokens, mentions } = reading
  let end = mention.endToken
  for (let names = 0; names < MOST_NAMES; names += 1) {
    let at = end
    while (/^(?:,|and|&)$/.test(tokens[at]?.lower ?? '')) at += 1
    const next = at === end ? undefined : findMentionAt(mentions, at, isNamedPerson)
    if (next === undefined) break
    end = next.endToken
  }
  const counted = tokens[end + 1]
  if (end === mention.endToken || tokens[end]?.text !== ',' || counted === undefined) return null
  if (!COUNTED.test(counted.lower) || counted.sentence !== tokens[mention.firstToken]?.sentence) return null
  return readRolePhrase(reading, end + 1, endOfSentence(tokens, end + 1, 2 * LONGEST), mention)
}

/** The name before, where the two are in one list: over commas, "and", a bracket, and whose the one before is. */
function findJoined(tokens: readonly Token[], mentions: readonly Mention[], later: Mention): Mention | undefined {
  const join = skipJoins(tokens, later.firstToken)
  if (join === later.firstToken) return undefined
  const end = skipBracket(tokens, join)
  const before = findMentionEndingAt(mentions, end, isNamedPerson)
  if (before !== undefined) return before
  for (
    let of = end - 2;
    of > end - COMPLEMENT && tokens[of]?.sentence === tokens[later.firstToken]?.sentence;
    of -= 1
  ) {
    const { lower, pos } = tokens[of] as Token
    if (/^(?:of|from)$/.test(lower))
      return findMentionEndingAt(mentions, of, isNamedPerson) ?? findMentionEndingAt(mentions, of + 1, isNamedPerson)
    if (!/^(?:NOUN|ADJ|PROPN|DET)$/.test(pos)) return undefined
  }
  return undefined
}

function startOfName(tokens: readonly Token[], { firstToken, endToken, name }: Mention): number {
  let at = firstToken
  while (at < endToken - 1 && name !== null && (tokens[at] as Token).start < name.start) at += 1
  return at
}

function skipJoins(tokens: readonly Token[], from: number): number {
  let at = from
  while (at > 0 && /^(?:,|and|&)$/.test((tokens[at - 1] as Token).lower)) at -= 1
  return at
}

function skipBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text !== ')') return at
  let open = at - 1
  while (open > Math.max(0, at - BRACKET) && tokens[open]?.text !== '(') open -= 1
  return tokens[open]?.text === '(' ? open : at
}

/** Where "including", "like" or "such as" begins that ends at a token, with the comma before it. */
function skipExample(tokens: readonly Token[], end: number): number {
  const word = tokens[end - 1]?.lower ?? ''
  if (!FOR_EXAMPLE.test(word)) return end
  if (word === 'as') return tokens[end - 2]?.lower === 'such' ? end - 2 : end
  // "Ecologists | led by Ann Lee": who leads them is one.
  if (word === 'by') return /^(?:led|headed)$/.test(tokens[end - 2]?.lower ?? '') ? end - 2 : end
  return end - 1
}

/** "Defectors | from the sect": where the plural ends that whose they are stands behind. */
function endOfPlural(tokens: readonly Token[], end: number): number {
  if (isPlural(tokens[end - 1] as Token)) return end
  for (let at = end - 1; at > Math.max(0, end - COMPLEMENT); at -= 1) {
    const { lower, pos, sentence } = tokens[at] as Token
    if (sentence !== tokens[end - 1]?.sentence) break
    if (/^(?:of|from|at|in|for)$/.test(lower)) return at
    if (!/^(?:NOUN|ADJ|PROPN|DET)$/.test(pos) && !isGenitive(tokens[at])) break
  }
  return end
}

/** "Senators", "developers", "Sens.". */
function isPlural(token: Token): boolean {
  if (isAbbreviated(token)) return true
  if (isParty(token) && token.lower.endsWith('s')) return true
  return isPluralRole(token)
}

function isAbbreviated({ lower }: Token): boolean {
  return /^(?:sens|reps|govs|profs)\.?$/.test(lower)
}

/** Whether others follow whom the plural means, too. */
function isFollowed(tokens: readonly Token[], { endToken }: Mention): boolean {
  let at = endToken
  if (tokens[at]?.text === '(') {
    while (at < endToken + BRACKET && tokens[at]?.text !== ')') at += 1
    at += 1
  } else if (/^(?:of|from)$/.test(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower === 'of') {
    at += 1
    while (at < endToken + COMPLEMENT && /^(?:NOUN|ADJ|PROPN|DET)$/.test(tokens[at]?.pos ?? '')) at += 1
  }
  return /^(?:,|and|&)$/.test(tokens[at]?.lower ?? '')
}

function isInFront(tokens: readonly Token[], at: number, plural: Token): boolean {
  const { pos, text, sentence } = tokens[at] as Token
  return (
    sentence === plural.sentence && (/^(?:NOUN|ADJ|PROPN|NUM|DET)$/.test(pos) || text === '-' || isGenitive(tokens[at]))
  )
}
