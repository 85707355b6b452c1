import type { Mention, Token, TokensLayer } from '../../src/domain/layers.ts'
import {
  isFirstName,
  isOrganisationWord,
  isRoleWord,
  isSpeakingRole,
  isTitle,
  opensPersonName,
} from '../word-classes.ts'
import { toMention } from './to-mention.ts'

/** A label in the words that name somebody, without title and apposition. */
interface Label {
  readonly from: number
  /** Where the name begins behind a title. */
  readonly nameFrom: number
  readonly to: number
}

/** Words of a label's name. */
const MOST_WORDS = 4
/** Tokens from the name to the colon: ", 34, nurse". */
const FARTHEST_COLON = 12
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}.’'-]*$/u
const DETERMINERS: ReadonlySet<string> = new Set(['all', 'an', 'our', 'the'])
const NAME = /^\p{Lu}[\p{L}\p{M}.’'-]*$/u

/**
 * Makes people of what a talk calls its speakers by, whose names may look like anything else ("ROSE MARSH, HOST:", "MARSH:"). A full name is
 * one whose surname comes back as a label, or in capitals one that opens with a given name; a single word is one that a name ends in.
 */
export function nameSpeakers(layer: TokensLayer, mentions: readonly Mention[]): Mention[] {
  const labels = listLabels(layer)
  if (labels.length === 0) return inOrder(mentions)
  const { tokens } = layer
  const last = ({ to }: { readonly to: number }) => (tokens[to - 1] as Token).lower
  const single = new Set(labels.flatMap(label => (label.to - label.nameFrom === 1 ? [last(label)] : [])))
  const full = labels.filter(label => label.to - label.nameFrom > 1 && mayBeFull(tokens, label, single))
  const surnames = new Set(full.map(last))
  for (const { type, firstToken, endToken, name } of mentions)
    if (type === 'person' && name !== null && endToken - firstToken > 1) surnames.add(last({ to: endToken }))
  const short = labels.filter(label => label.to - label.nameFrom === 1 && surnames.has(last(label)))
  const people = [...full, ...short].map(label => toMention(tokens, label, 'person'))
  const taken = new Uint8Array(tokens.length)
  for (const { firstToken, endToken } of people) taken.fill(1, firstToken, endToken)
  const others = mentions.filter(({ firstToken, endToken }) => !taken.subarray(firstToken, endToken).includes(1))
  return inOrder([...others, ...people])
}

/** A longer one before those inside it. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function listLabels({ tokens, sentences, paragraphs }: TokensLayer): Label[] {
  return paragraphs.flatMap(({ firstSentence, endSentence, heading }, i): Label[] => {
    const sentence = sentences[firstSentence]
    if (sentence === undefined || (i === 0 && heading)) return []
    const from = sentence.firstToken
    const end = sentences[endSentence - 1]?.endToken ?? sentence.endToken
    let nameFrom = from
    while (isTitle(tokens[nameFrom] ?? '') && tokens[nameFrom + 1]?.text !== ':') nameFrom += 1
    const isLoud = CAPITALS.test(tokens[nameFrom]?.text ?? '')
    let to = nameFrom
    while (to < end && to - nameFrom < MOST_WORDS && (isLoud ? CAPITALS : NAME).test(tokens[to]?.text ?? '')) to += 1
    if (to === nameFrom || !hasColon(tokens, to, end) || isNobody(tokens, nameFrom, to)) return []
    return [{ from, nameFrom, to }]
  })
}

/** Whether a colon follows, with no more than an apposition before it. */
function hasColon(tokens: readonly Token[], to: number, end: number): boolean {
  if (to < end && tokens[to]?.text === ':') return true
  if (!/^[,(]$/.test(tokens[to]?.text ?? '')) return false
  for (let i = to + 1; i < Math.min(end, to + FARTHEST_COLON); i += 1) {
    const text = tokens[i]?.text ?? '.'
    if (text === ':') return true
    if (/[.?!;"“”]/u.test(text)) return false
  }
  return false
}

function isNobody(tokens: readonly Token[], from: number, to: number): boolean {
  const lower = tokens.slice(from, to).map(token => token.lower)
  return isSpeakingRole(lower.join(' ')) || (lower.length > 1 && lower.every(word => isRoleWord(word) || isTitle(word)))
}

function mayBeFull(tokens: readonly Token[], { nameFrom, to }: Label, single: ReadonlySet<string>): boolean {
  const [first, last] = [tokens[nameFrom] as Token, tokens[to - 1] as Token]
  if (single.has(last.lower)) return opensPersonName(first.lower) && !DETERMINERS.has(first.lower)
  return CAPITALS.test(first.text) && isFirstName(first.lower) && !isRoleWord(last) && !isOrganisationWord(last)
}
