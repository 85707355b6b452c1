import type { Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { findMentionAt, findMentionEndingAt, findMentionOver, firstMentionAfter } from '../positions/mentions-at.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import { isCommon, isDocument, isGenitive, isNameless, isPeople, isRole, isRoleWord, isTime } from '../word-classes.ts'
import { genderOfWord } from '../words/gender.ts'
import { findAntecedent } from './pronouns/relative-clause.ts'

/** What the words of one source say by themselves. Token indexes. */
export interface SourceWords {
  readonly from: number
  readonly to: number
  /** The noun, name or pronoun that the rest modifies. */
  readonly head: number
  /** Where the head's own phrase ends: before "for the ministry", ", a farmer". */
  readonly headEnd: number
  readonly pronoun: string | null
  /** The names joined by "and" that the words consist of; empty where it is not several. */
  readonly coordinated: readonly Mention[]
  /** Whether the source itself is "who" or "which" and these are the words that it goes back to. */
  readonly relative: boolean
  readonly plural: boolean
  /** The mention that names the source, at its head or in an apposition; a name in a modifier is none. */
  readonly mention: Mention | null
}

const STOPS = new Set([
  'of',
  'for',
  'from',
  'in',
  'at',
  'with',
  'on',
  'by',
  'to',
  'near',
  'who',
  'which',
  'that',
  'whose',
  'familiar',
  'close',
  'briefed',
  'involved',
  'privy',
  'among',
  'after',
  'before',
  'during',
  'following',
  'outside',
  'inside',
  'within',
  'aware',
  'present',
  'there',
])
/** Of these, those that also stand before a noun: "a close aide", "the present director", "an outside adviser". */
const MODIFYING = new Set(['close', 'familiar', 'present', 'outside', 'inside', 'following', 'near'])
const PRONOUNS = new Set([
  'he',
  'she',
  'they',
  'it',
  'him',
  'her',
  'them',
  'his',
  'their',
  'its',
  'i',
  'we',
  'you',
  'who',
  'which',
  'both',
  'one',
  'another',
  'others',
  'some',
  'many',
  'those',
  'someone',
  'somebody',
])
const PLURAL_PRONOUNS = new Set(['they', 'them', 'their', 'both', 'we', 'others', 'some', 'many', 'those'])

/** Reads a source's words. `spans` are its parts in text order; the first one holds the head. */
export function readSourceWords(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  spans: readonly Span[],
): SourceWords | null {
  const first = spans[0]
  if (first === undefined) return null
  const from = firstTokenAfter(tokens, first.start)
  let to = from
  while (to < tokens.length && (tokens[to] as Token).start < first.end) to += 1
  if (to === from) return null
  while (to > from + 1 && (tokens[to - 1] as Token).pos === 'ADV') to -= 1
  const relative = findAntecedent(tokens, mentions, from)
  return relative === null
    ? readPhrase(tokens, mentions, from, to)
    : { ...readPhrase(tokens, mentions, relative.from, relative.to, relative.beside), relative: true }
}

/** The words of a noun phrase; `beside` is the name that it stands in apposition to. */
function readPhrase(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
  beside: Mention | null = null,
): SourceWords {
  let headEnd = from + 1
  while (headEnd < to && !endsHead(tokens, headEnd, mentions)) headEnd += 1
  // "HP’s announcement": whose it is.
  const genitive = headEnd - from > 1 && isGenitive(tokens[headEnd - 1])
  // "A father-of-three".
  const hyphen = headEnd - from > 1 && tokens[headEnd - 1]?.text === '-'
  const head = headEnd - (genitive || hyphen ? 2 : 1)
  const { lower, pos, text } = tokens[head] as Token
  const pronoun = PRONOUNS.has(lower) && text !== 'WHO' && headEnd - from === 1 ? lower : null
  const own = findMentionOver(mentions, head, one => !isPeopleByName(tokens, one))
  // A letter is nobody, whoever is named behind it.
  const mention =
    own ?? beside ?? (isDocument(tokens[head] as Token) ? null : appositionOf(tokens, mentions, from, headEnd, to))
  const plural =
    pronoun === null
      ? isPeopleByName(tokens, { endToken: head + 1 }) ||
        (pos === 'NOUN' && lower !== (tokens[head] as Token).lemma && /s$|men$|people$/.test(lower)) ||
        // A capital at a sentence's start makes wink take a noun for a name.
        (pos === 'PROPN' && head === from && own === undefined && isForSeveral(tokens[head] as Token))
      : PLURAL_PRONOUNS.has(pronoun)
  const coordinated = pronoun === null ? findCoordinated(tokens, mentions, from, to) : []
  const known =
    coordinated.length > 0
      ? null
      : mention?.type === 'person' && own === undefined && plural && pronoun === null
        ? null
        : mention
  return {
    relative: false,
    coordinated,
    from,
    to,
    head,
    headEnd,
    pronoun,
    plural:
      plural || coordinated.length > 0 || isShare(tokens[head] as Token) || lower === 'people' || lower === 'police',
    mention: known,
  }
}

/** Whether a noun is for a share of people: "54% of voters", "a majority of them". */
export function isShare({ lower }: Token): boolean {
  return /^(?:%|percent|cent|majority|plurality)$/.test(lower)
}

/** "Sources", "Residents", "Authorities": several people, read by the word alone. */
function isForSeveral(token: Token): boolean {
  const { lower } = token
  if (/^(?:\p{L}*men|children)$/u.test(lower))
    return genderOfWord(lower.replace(/men$/, 'man')) !== null || lower === 'children'
  return (
    lower.endsWith('s') &&
    (isCommon(lower) || isRoleWord(lower.slice(0, -1)) || lower === 'authorities' || isNameless(token))
  )
}

/** "House Republicans": people of a party, not a body. */
function isPeopleByName(tokens: readonly Token[], { endToken }: Pick<Mention, 'endToken'>): boolean {
  const last = tokens[endToken - 1] as Token
  return last.lower.endsWith('s') && last.text !== last.text.toUpperCase() && isPeople(last)
}

/** "A | close aide": the word stands before a noun and ends nothing. */
function isModifier(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1] as Token, tokens[i + 1]]
  if (!MODIFYING.has((tokens[i] as Token).lower) || before.lower === 'those') return false
  return /^(?:DET|NUM|ADJ)$/.test(before.pos) && /^(?:NOUN|ADJ)$/.test(next?.pos ?? '')
}

function endsHead(tokens: readonly Token[], i: number, mentions: readonly Mention[]): boolean {
  if (findMentionOver(mentions, i, ({ firstToken }) => firstToken < i) !== undefined) return false
  const token = tokens[i] as Token
  const before = tokens[i - 1] as Token
  // "a poll released on Monday", "officials this week", "Lee herself", "people I have met", "a user @lee": the head is complete.
  const after = before.pos === 'NOUN' || before.pos === 'PROPN'
  if (
    after &&
    ((token.pos === 'VERB' &&
      (/(?:ed|ing)$/.test(token.lower) || /^(?:ADP|ADV|DET)$/.test(tokens[i + 1]?.pos ?? ''))) ||
      token.pos === 'AUX' ||
      (isTime(token) && findMentionAt(mentions, i, ({ type }) => type === 'person') === undefined) ||
      /^(?:i|he|she|we|they|(?:him|her|it)self|themselves|this|last|next|@.+)$/.test(token.lower))
  )
    return true
  // "the WHO" is a name.
  return (
    (STOPS.has(token.lower) && !isModifier(tokens, i) && !/^\p{Lu}{2,}$/u.test(token.text)) ||
    /^[,(—–]$/.test(token.text)
  )
}

/** What stands beside joined names: "both Ann Lee and Bo Roy", "neither the Lamp nor Radio Marn". */
const JOINING: ReadonlySet<string> = new Set(['the', 'and', 'both', 'neither', 'nor', ','])

/** "Ann Lee and Bo Roy": names with nothing but commas and "and" or "nor" between, from the first word to the last. */
function findCoordinated(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
): readonly Mention[] {
  let and = from
  while (and < to && !/^(?:and|nor)$/.test((tokens[and] as Token).lower)) and += 1
  if (and === to) return []
  const names: Mention[] = []
  let at = from
  while (at < to) {
    const { lower } = tokens[at] as Token
    if (JOINING.has(lower)) {
      at += 1
      continue
    }
    const longest = findMentionAt(mentions, at, ({ endToken, name }) => endToken <= to && name !== null)
    if (longest === undefined) return []
    names.push(longest)
    at = longest.endToken
  }
  return names.length > 1 ? names : []
}

/** "the regional secretary, Ann Lee", "Ann Lee": a person's or organisation's name right after a comma. */
function appositionOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  headEnd: number,
  to: number,
): Mention | null {
  const before = findMentionEndingAt(mentions, headEnd, ({ firstToken }) => firstToken >= from)
  if (before !== undefined) return isPeopleByName(tokens, before) ? null : before
  for (let i = firstMentionAfter(mentions, headEnd - 1); (mentions[i]?.firstToken ?? to) < to; i += 1) {
    const { firstToken, endToken, type } = mentions[i] as Mention
    // "minister of roads and bridges | Paul Adeyo": whom the office is named with; never "wife of coach | Dov Marek".
    const [title, before] = [tokens[headEnd - 1] as Token, tokens[firstToken - 1] as Token]
    const isMatter = before.pos === 'NOUN' || before.pos === 'PROPN'
    if (type === 'person' && isRole(title) && isMatter && !isRole(before) && firstToken > headEnd)
      return isGenitive(tokens[endToken]) ? null : (mentions[i] as Mention)
    const isEnclosed = endToken === to || /^[,(]$/.test((tokens[endToken] as Token | undefined)?.text ?? '')
    // "a spokeswoman for the contractor, Anchor Works": whom she speaks for.
    if (type === 'organisation' && isRole(title) && /^(?:of|for|at|with)$/.test(tokens[headEnd]?.lower ?? '')) continue
    if (endToken <= to && type !== 'place' && isEnclosed && isBehindComma(tokens, firstToken, type))
      return mentions[i] as Mention
  }
  return null
}

/** Words between a comma and a name that say what somebody is. */
const MOST_SAID = 5

/** ", Ann Lee", and ", the retired plumber Ann Lee" of a person. */
function isBehindComma(tokens: readonly Token[], name: number, type: Mention['type']): boolean {
  if (tokens[name - 1]?.text === ',') return true
  if (type !== 'person' || !isRole(tokens[name - 1] as Token)) return false
  let i = name - 1
  while (name - i <= MOST_SAID && /^(?:ADJ|DET|NOUN)$/.test(tokens[i]?.pos ?? '')) i -= 1
  return tokens[i]?.text === ','
}
