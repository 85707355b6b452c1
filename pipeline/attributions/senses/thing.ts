import type { Token } from '../../../src/domain/layers.ts'
import { isGenitive, POSSESSIVES } from '../../word-classes.ts'

/** Words for nothing but a thing: a noun phrase, and at most circumstances after it. */
export interface Thing {
  /** Its noun. */
  readonly head: Token
  /** Whether a figure stands before the noun. */
  readonly counted: boolean
}

const INSIDE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'NUM', 'PROPN', 'SYM', 'X'])
const QUOTE = /^["“”„«»‘`]|^''$/u
/** What a circumstance begins with, and what goes on with another thing. */
const GOES_ON: ReadonlySet<string> = new Set(['ADP', 'ADV', 'CCONJ', 'PUNCT', 'SCONJ'])

/** Reads words as nothing but a thing; null where they hold a clause, a quotation or what the thing is called ("her mother a liar"). */
export function readThing(words: readonly Token[]): Thing | null {
  if (words.some(({ text }) => QUOTE.test(text))) return null
  const [only, other] = words
  // The tagger takes bare nouns for verbs: "told lies".
  if (only !== undefined && other === undefined && only.pos === 'VERB') return { head: only, counted: false }
  const { head, end, counted } = readPhrase(words)
  if (head === undefined || head !== words[end - 1]) return null
  const rest = words.slice(end)
  const [next] = rest
  if (next !== undefined && (!GOES_ON.has(next.pos) || next.lower === 'that' || next.lower === 'as')) return null
  return holdsClause(rest) ? null : { head, counted }
}

/** The noun of the phrase that words begin with; one word by itself, whatever the tagger takes it for ("according to plan"). */
export function headOfPhrase(words: readonly Token[]): Token | undefined {
  if (words.length === 1) return words[0]
  const { head, end } = readPhrase(words)
  return head === words[end - 1] ? head : undefined
}

function readPhrase(words: readonly Token[]): { head: Token | undefined; end: number; counted: boolean } {
  let head: Token | undefined
  let counted = false
  let end = 0
  for (; end < words.length; end += 1) {
    const token = words[end] as Token
    const opens = token.pos === 'DET' || (token.pos === 'PRON' && POSSESSIVES.has(token.lower))
    const isMark = token.text === '-' || isGenitive(token)
    if (!(INSIDE.has(token.pos) || isMark || (opens && head === undefined && end < 2))) break
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'X') head = token
    else if (token.pos === 'NUM') counted = true
  }
  return { head, end, counted }
}

/** A verb of its own before the next clause, or a phrase right behind a noun ("of her mother a liar"). */
function holdsClause(rest: readonly Token[]): boolean {
  for (const [i, { pos, lower }] of rest.entries()) {
    const before = rest[i - 1]
    if (i > 0 && (pos === 'SCONJ' || lower === ',' || /^(?:who|which)$/u.test(lower))) return false
    if (pos === 'AUX' || lower === 'to' || (pos === 'VERB' && !lower.endsWith('ing')))
      return !/^to$/u.test(lower) || isVerb(rest[i + 1])
    if (pos === 'DET' && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return true
  }
  return false
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX'
}

const CURRENCY = /^[$£€¥₹]/u
const MONEY = /^(?:dollars?|euros?|pounds?|pence|cents?|rupees?|yen)$/u

/** Whether words are for somebody at most, and a sum of money: "him $40". */
export function isMoney(words: readonly Token[]): boolean {
  const sum = words.findIndex(({ text, lower }) => CURRENCY.test(text) || MONEY.test(lower))
  return sum >= 0 && words.slice(0, sum).every(({ pos }) => pos === 'PRON' || pos === 'DET' || INSIDE.has(pos))
}

const PERSONAL: ReadonlySet<string> = new Set(['her', 'him', 'me', 'them', 'us', 'you'])

/** Whether words are for nobody but a person, and at most how often or where: "him", "Osei twice". */
export function isSomebody(words: readonly Token[]): boolean {
  let end = 0
  while (words[end]?.pos === 'PROPN') end += 1
  if (end === 0 && PERSONAL.has(words[0]?.lower ?? '')) end = 1
  const [next, ...rest] = words.slice(end)
  if (end === 0 || rest.some(token => isVerb(token))) return false
  return next === undefined || next.pos === 'ADV' || next.pos === 'ADP' || next.pos === 'PUNCT'
}

const WAYS: ReadonlySet<string> = new Set(['aside', 'away', 'back', 'home', 'in', 'out', 'over', 'up'])

/** Whether words are for somebody and which way: "him back", "the boy over". */
export function isFetched(words: readonly Token[]): boolean {
  const way = words.findIndex(({ lower }, i) => i > 0 && WAYS.has(lower))
  const whom = words.slice(0, way)
  const next = words[way + 1]
  if (way < 1 || (next !== undefined && !GOES_ON.has(next.pos))) return false
  return isSomebody(whom) || readPhrase(whom).end === whom.length
}
