import type { Token } from '../../../src/domain/layers.ts'
import { isCommon, isPlaceName, isRole, isTitle } from '../../word-classes.ts'
import { isOfPeople } from '../phrase-reading.ts'

/*
 * Names in front of what somebody is, by lists of places and by their capitals alone.
 */

/** Offices that go by their field, with a capital or not. */
const OF_A_FIELD = /^(?:ministers?|secretar(?:y|ies)|undersecretary|commissioners?|ombudsman|tsar|czar)$/

/** "Texas | Governor", "New Jersey | Senator": where a listed place ends, or the token where none begins. */
export function endOfPlace(tokens: readonly Token[], from: number, head: number): number {
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
export function isUnknownName(token: Token, head: Token): boolean {
  // "Culture Minister": that is what the minister is of.
  const { pos, text, lower } = token
  if (OF_A_FIELD.test(head.lower) && !/^\p{Lu}{2,}$/u.test(text)) return false
  if (pos !== 'PROPN' || !/^\p{Lu}/u.test(text) || (/^\p{Lu}\p{Ll}/u.test(head.text) && !isTitle(head))) return false
  if (/(?:al|ic|ive|ous|ary)$/.test(lower) || /^(?:IT|TV|PR|HR|AI|CEO|MP|VP)$/.test(text)) return false
  return !isCommon(lower) && !isRole(token) && !isTitle(token) && !isOfPeople(token)
}

/** Where capitals that no list and no model knows end. */
export function endOfUnknownName(tokens: readonly Token[], from: number, head: number): number {
  let to = from
  while (to < head && isUnknownName(tokens[to] as Token, tokens[head] as Token)) to += 1
  return to
}

/** "Accra | Queens captain": behind a place any capitals go on with the name, if what they are has none. */
export function endOfTeam(tokens: readonly Token[], from: number, head: number): number {
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
