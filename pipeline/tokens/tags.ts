import type { Pos } from '../../src/domain/labels.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'
import type { WinkToken } from '../../src/nlp/wink.ts'
import { GIVEN_WORDS, isFirstName } from '../word-classes.ts'

/**
 * The verb of a participle that the tagger takes for a noun, or null: after a comma and before "that" ("rejected the plea,
 * observing that …") no noun stands.
 */
export function verbOfParticiple(tokens: readonly WinkToken[], i: number, from: number, end: number): string | null {
  const token = tokens[i] as WinkToken
  if (token.pos !== 'NOUN' || i <= from || i + 1 >= end || !token.lower.endsWith('ing')) return null
  if (tokens[i - 1]?.text !== ',' || tokens[i + 1]?.lower !== 'that') return null
  // "Clothing that fits".
  if (/^(?:AUX|VERB)$/.test(tokens[i + 2]?.pos ?? 'AUX')) return null
  const stem = token.lower.slice(0, -3)
  return [stem, `${stem}e`].find(word => COMMON_WORDS.has(word)) ?? null
}

const CLOSING: ReadonlySet<string> = new Set(['"', '”', '’', '»', "''"])
/** What begins the words for who speaks, and seldom what an adjective stands before. */
const OPENS_SPEAKER: ReadonlySet<Pos> = new Set(['DET', 'PROPN', 'PRON'])

/**
 * The verb that tells how a quotation was said where the tagger takes it for an adjective, or null: between a closing mark and who
 * speaks (“Enough!” **fumed** the cook) no adjective stands.
 */
export function verbOfManner(tokens: readonly WinkToken[], i: number, end: number): string | null {
  const token = tokens[i] as WinkToken
  const next = tokens[i + 1]
  if (token.pos !== 'ADJ' || !/^\p{Ll}+ed$/u.test(token.text) || next === undefined || i + 1 >= end) return null
  if (!CLOSING.has(tokens[i - 1]?.text ?? '') || !OPENS_SPEAKER.has(next.pos)) return null
  const stem = token.lower.slice(0, -2)
  const undoubled = stem.replace(/([^aeiouls])\1$/u, '$1')
  const known = [stem, `${stem}e`, undoubled].find(word => COMMON_WORDS.has(word))
  // "Fumed": a short vowel would have doubled what follows it.
  return known ?? (/^[^aeiou]+[aeiou][^aeiouwxy]$/u.test(stem) ? `${stem}e` : undoubled)
}

/**
 * The tag of token `i` of a sentence `[from, end)`, corrected where capitals tell more than the tagger knows: "Mr Cooper
 * denied" has no verb "Cooper". A capitalised word right after a name, in a sentence of ordinary case, is part of it; so is a given name
 * before a word with a capital ("said Drew Barker"), however ordinary a word it is.
 */
export function correctTag(tokens: readonly WinkToken[], i: number, from: number, end: number): Pos {
  const token = tokens[i] as WinkToken
  const before = tokens[i - 1]
  if (isGivenName(tokens, i, from, end)) return 'PROPN'
  if (i === from || before === undefined || before.pos !== 'PROPN') return token.pos
  if (token.pos !== 'VERB' && token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'ADV') return token.pos
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || !/^\p{Lu}/u.test(before.text)) return token.pos
  const next = tokens[i + 1]
  const isLast = next === undefined || i + 1 >= end
  if (opensGiven(before.lower) && (isLast || !/^\p{L}/u.test(next.text))) return 'PROPN'
  return !isLast && /^\p{Ll}/u.test(next.text) ? 'PROPN' : token.pos
}

/** At a sentence's start these ask or wish. */
const ASKING: ReadonlySet<string> = new Set(['may', 'will'])

function isGivenName(tokens: readonly WinkToken[], i: number, from: number, end: number): boolean {
  const { pos, text, lower } = tokens[i] as WinkToken
  if (pos === 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(text) || !opensGiven(lower) || (i === from && ASKING.has(lower)))
    return false
  const next = tokens[i + 1]
  return next !== undefined && i + 1 < end && /^\p{Lu}\p{Ll}/u.test(next.text)
}

function opensGiven(word: string): boolean {
  return isFirstName(word) || GIVEN_WORDS.has(word)
}
