import type { Grounded, Mention, Token } from '../../../src/domain/layers.ts'
import { overlaps, type Span } from '../../../src/domain/span.ts'
import { findMentionAt, firstTokenOfName } from '../../positions/mentions-at.ts'
import { bodyAt, fieldBefore, genitiveOwnerIn, ownerIn, partyBehind } from '../../roles/affiliated-body.ts'
import { fullestFirst } from '../../roles/fullest.ts'
import { readIntroductions } from '../../roles/introductions.ts'
import type { PhraseReading } from '../../roles/phrase-reading.ts'
import { ACTS_IN, BELONGS, SENT_FROM } from '../../roles/role-behind.ts'
import { isPlaceName } from '../../word-classes.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { SourceWords } from '../source-words.ts'

/** People are introduced early: later mentions are not searched. */
const FIRST_MENTIONS = 12

/** One sits or works "on" these. */
const PANEL = /(?:committee|panel|board|council|commission|campaign|desk|staff)$/i

/** What stands before whom somebody belongs to in a relative clause; right behind a noun more does. */
const BELONGS_IN_CLAUSE: ReadonlySet<string> = new Set(['of', 'for', 'at', 'with'])

/** Whose a source is, where its words say so by a pronoun or a description ("its director", "a department official"). */
export interface Owner {
  readonly entity: NamedEntity
  /** The words that mean the owner. */
  readonly span: Span
}

/** A source as far as it tells whom it belongs to. */
export interface AffiliatedSource {
  readonly words: SourceWords
  readonly entity: NamedEntity | null
  readonly owner: Owner | null
  readonly isDocument: boolean
}

/**
 * Whom a source belongs to: the body, place or person after "of", "for", "at" or "with", the owner in front ("the
 * ministry's director"), a nationality before the noun, or the party and state in brackets behind a name. For a name
 * that stands alone, what stands beside it elsewhere counts.
 *
 * @param reading with every mention of a person, body or place
 * @param phrases with those alone that phrases are read with, for what stands beside a name
 */
export function affiliationOf(
  reading: PhraseReading,
  phrases: PhraseReading,
  { words, entity, owner, isDocument }: AffiliatedSource,
): Grounded<string> | null {
  const own = inPhrase(reading, words, isDocument)
  if (owner !== null && (own === null || own.span === null || overlaps(own.span, owner.span)))
    return { value: owner.entity.name, span: owner.span }
  if (own !== null || entity?.type !== 'person') return own
  for (const mention of entity.mentions.slice(0, FIRST_MENTIONS)) {
    if (mention.name === null) continue
    for (const { affiliation } of fullestFirst(phrases.tokens, readIntroductions(phrases, mention)))
      if (affiliation !== null) return affiliation
  }
  return null
}

function inPhrase(
  reading: PhraseReading,
  { from, headEnd, to, mention: own }: SourceWords,
  isDocument: boolean,
): Grounded<string> | null {
  const { tokens, mentions } = reading
  let clause = false
  const party = partyBehind(reading, own?.endToken ?? headEnd)
  if (party !== null) return party
  for (let i = headEnd; i < to; i += 1) {
    const { lower } = tokens[i] as Token
    if (lower === 'who' || lower === 'which' || lower === 'whose') clause = true
    // "who was born in Leeds" is no affiliation, "who runs a ward at Leeds Hospital" is.
    if (!(clause ? BELONGS_IN_CLAUSE : BELONGS).has(lower) && !(isDocument && lower === 'by')) continue
    const body = bodyAt(reading, i + 1, to, own)
    // "Voters in Ohio" live there.
    const isThere = body !== null && /^(?:in|from)$/.test(lower) && isPlaceOf(mentions, i + 1, body)
    if (isThere && !isOfPlaces(tokens, headEnd - 1, lower)) continue
    if (body !== null && (lower !== 'on' || PANEL.test(body.value))) return body
  }
  // What stands in front of a name is about its bearer, the name's own words are not.
  const end = own?.name != null && own.firstToken < headEnd ? firstTokenOfName(tokens, own) : headEnd - 1
  return (
    ownerIn(reading, from, end, own) ??
    genitiveOwnerIn(reading, headEnd, endOfOwnWords(tokens, headEnd, to), own) ??
    fieldBefore(reading, from, headEnd - 1)
  )
}

function isPlaceOf(mentions: readonly Mention[], from: number, { value }: Grounded<string>): boolean {
  if (isPlaceName(value.toLowerCase())) return true
  for (let at = from; at < from + 2; at += 1) {
    const named = findMentionAt(mentions, at, ({ name }) => name !== null)
    if (named !== undefined) return named.type === 'place'
  }
  return false
}

/** "Officials in Ohio", "the senator from Ohio". */
function isOfPlaces(tokens: readonly Token[], head: number, preposition: string): boolean {
  const { lower } = tokens[head] as Token
  return (preposition === 'from' ? SENT_FROM : ACTS_IN).test(lower)
}

/** "Experts | I asked about the ministry's plan": what others do with them is not about whom they are of. */
function endOfOwnWords(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (/^(?:i|we|you|he|she|they)$/.test((tokens[i] as Token).lower)) return i
  return to
}
