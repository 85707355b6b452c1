import type { Grounded, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { isGenitive, isHonorific, isRole } from '../word-classes.ts'
import type { NamedEntity } from './named-entity.ts'
import { isShare, type SourceWords } from './source-words.ts'

const QUANTITY =
  /^(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|both|some|several|many|its|his|her|their|another)$/
/** People are introduced early: later mentions are not searched for what somebody is. */
const FIRST_MENTIONS = 12
/** Between what somebody is and where. */
const JOINS = /^(?:of|for|in|at|to)$/
const ENDS = /^[,.;:—–()”"“]$/

/**
 * The words that say what somebody is: an office before the name, an apposition on either side of it, or the noun
 * phrase itself unless that is a name (`isName`). Where a source's own words hold only a bare name, what stands beside the name elsewhere counts.
 */
export function roleOf(
  text: string,
  tokens: readonly Token[],
  words: SourceWords,
  entity: NamedEntity | null,
  isName: boolean,
): Grounded<string> | null {
  const { mention } = words
  if (mention === null) return words.pronoun === null && !isName ? ownNoun(text, tokens, words) : null
  const title = mention.role === null ? null : ground(text, mention.role)
  const isListed = tokens[mention.firstToken]?.listed?.honorific !== undefined
  if (title !== null && !isListed && !isHonorific(title.value)) return title
  for (const { firstToken, endToken } of [mention, ...(entity?.mentions.slice(0, FIRST_MENTIONS) ?? [])]) {
    const beside = behind(text, tokens, endToken) ?? before(text, tokens, firstToken)
    if (beside !== null) return beside
  }
  return null
}

function ownNoun(text: string, tokens: readonly Token[], words: SourceWords): Grounded<string> | null {
  if (isShare(tokens[words.head] as Token)) return nounOfShare(text, tokens, words)
  let from = skipQuantity(tokens, words.from, words.headEnd)
  while (from < words.head && (tokens[from] as Token).text === '-') from += 1
  // "the other", "the 54-year-old": which one, not what.
  if (/^(?:old|others?|first|second|third|fourth|former|latter)$/.test((tokens[words.head] as Token).lower)) return null
  return ground(text, { start: (tokens[from] as Token).start, end: (tokens[words.head] as Token).end })
}

/** "likely voters" in "54% of likely voters". */
function nounOfShare(text: string, tokens: readonly Token[], { head, to }: SourceWords): Grounded<string> | null {
  if (tokens[head + 1]?.lower !== 'of') return null
  const from = skipQuantity(tokens, head + 2, to)
  let end = from
  while (end < to && /^(?:NOUN|PROPN|ADJ)$/.test((tokens[end] as Token).pos)) end += 1
  return end === from
    ? null
    : ground(text, { start: (tokens[from] as Token).start, end: (tokens[end - 1] as Token).end })
}

/** "Ann Lee, 54, a professor at Leeds,", "Ann Lee, Kenya's envoy to Mali," */
function behind(text: string, tokens: readonly Token[], endToken: number): Grounded<string> | null {
  if (tokens[endToken]?.text !== ',') return null
  let from = endToken + 1
  if (/^\d{1,3}$/.test(tokens[from]?.text ?? '') && tokens[from + 1]?.text === ',') from += 2
  let owner = from
  while (tokens[owner]?.pos === 'PROPN' && owner - from < 4) owner += 1
  if (owner > from && isGenitive(tokens[owner])) from = owner + 1
  return nounPhrase(text, tokens, from)
}

/** "Its head of operations, Ann Lee", "opposition spokeswoman Ann Lee". */
function before(text: string, tokens: readonly Token[], firstToken: number): Grounded<string> | null {
  const last = tokens[firstToken - 1]
  if (last === undefined) return null
  const end = last.text === ',' ? firstToken - 1 : firstToken
  const placed = last.text === ',' && tokens[end - 1]?.pos === 'PROPN'
  if (tokens[end - 1]?.pos !== 'NOUN' && !placed) return null
  let from = end
  while (from > 0 && end - from < 8 && isInside(tokens, from - 1, last.text === ',')) from -= 1
  from = skipQuantity(tokens, from, end)
  let head = from
  while (head + 1 < end && tokens[head + 1]?.pos !== 'ADP') head += 1
  // A proper noun alone is a name or a place: "In Manchester, Ann Lee".
  return from >= end || (placed && head === end - 1) || !isRoleNoun(tokens[head])
    ? null
    : ground(text, { start: (tokens[from] as Token).start, end: (tokens[end - 1] as Token).end })
}

function isInside(tokens: readonly Token[], at: number, withPrepositions: boolean): boolean {
  const { pos, text, lower, sentence } = tokens[at] as Token
  // A headline ends without a mark.
  if (sentence !== tokens[at + 1]?.sentence) return false
  if (ENDS.test(text)) return false
  if (pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN' || lower === "'s" || isHyphen(tokens, at)) return true
  if (!withPrepositions) return false
  // "the leader of the house, Ann Lee"
  const preposition = pos === 'DET' ? at - 1 : at
  return JOINS.test(tokens[preposition]?.lower ?? '') && tokens[preposition - 1]?.pos === 'NOUN'
}

/** A hyphen inside a word; a dash with spaces around it parts phrases. */
function isHyphen(tokens: readonly Token[], at: number): boolean {
  const { lower, start } = tokens[at] as Token
  return lower === '-' && tokens[at - 1]?.end === start
}

function nounPhrase(text: string, tokens: readonly Token[], from: number): Grounded<string> | null {
  const first = tokens[from]
  if (first === undefined || !/^(?:DET|NOUN|ADJ)$/.test(first.pos)) return null
  const start = skipQuantity(tokens, from, tokens.length)
  let end = start
  while (end < tokens.length && end < start + 10) {
    const { pos, text: word, lower, sentence } = tokens[end] as Token
    if (
      sentence !== first.sentence ||
      ENDS.test(word) ||
      pos === 'VERB' ||
      pos === 'AUX' ||
      lower === 'who' ||
      lower === 'which'
    )
      break
    end += 1
  }
  if (end === start || tokens[start]?.pos === 'PROPN') return null
  // "Ann Lee, a Kerry ally," is introduced by its article; "Ann Lee, days later," is not.
  let head = start
  while (head + 1 < end && tokens[head + 1]?.pos !== 'ADP') head += 1
  if (!/^an?$/.test(first.lower) && !isRoleNoun(tokens[head])) return null
  return ground(text, { start: (tokens[start] as Token).start, end: (tokens[end - 1] as Token).end })
}

/** A noun for what somebody is: "spokesman", "chief executive", "drill operator". */
function isRoleNoun(token: Token | undefined): boolean {
  if (
    token === undefined ||
    token.lower !== token.lemma ||
    (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'ADJ')
  )
    return false
  return isRole(token) || /.(?:man|woman|person|ist|ian|[^aeiou]er|[ct]or|ant|secretary)$/.test(token.lemma)
}

function skipQuantity(tokens: readonly Token[], from: number, end: number): number {
  let i = from
  while (i < end - 1 && (QUANTITY.test((tokens[i] as Token).lower) || (tokens[i] as Token).pos === 'NUM')) i += 1
  return i
}

function ground(text: string, { start, end }: Span): Grounded<string> {
  return { value: text.slice(start, end), span: { start, end } }
}
