import type { Pos } from '../../src/domain/labels.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'
import type { WinkToken } from '../../src/nlp/wink.ts'

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

/**
 * The tag of token `i` of a sentence `[from, end)`, corrected where capitals tell more than the tagger knows: "Mr Cooper
 * denied" has no verb "Cooper". A capitalised word right after a name, in a sentence of ordinary case, is part of it.
 */
export function correctTag(tokens: readonly WinkToken[], i: number, from: number, end: number): Pos {
  const token = tokens[i] as WinkToken
  const before = tokens[i - 1]
  if (i === from || before === undefined || before.pos !== 'PROPN') return token.pos
  if (token.pos !== 'VERB' && token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'ADV') return token.pos
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || !/^\p{Lu}/u.test(before.text)) return token.pos
  const next = tokens[i + 1]
  return next !== undefined && i + 1 < end && /^\p{Ll}/u.test(next.text) ? 'PROPN' : token.pos
}
