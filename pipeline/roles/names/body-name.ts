import type { Mention, Token } from '../../../src/domain/layers.ts'
import { findMentionAt } from '../../positions/mentions-at.ts'
import { isGenitive, isOrganisationWord } from '../../word-classes.ts'

/** What the name of a body goes on with: "Centre for Water Law", "Council on Foreign Relations", "Campaign Against Landmines". */
const GOES_ON = /^(?:against|for|of|on)$/
const ARTICLE = /^(?:an?|the)$/
const JOINS = /^(?:and|&)$/
/** A name of a body is no longer, in tokens. */
const LONGEST = 12

/** What names are read from. */
interface NameReading {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
}

/**
 * Where a body's name ends by its capitals, over what it is for, that begins at a token; the token itself where none does. Models of
 * names cut these at the preposition, and take the founder's name in front for somebody.
 */
export function endOfBodyName(reading: NameReading, from: number, to: number): number {
  const { tokens } = reading
  const limit = Math.min(to, from + LONGEST)
  const end = endOfCapitals(tokens, from, limit)
  const last = tokens[end - 1]
  if (end === from || !isOrganisationWord(last)) return from
  const whole = endOfPurpose(reading, end, limit)
  return whole > end ? whole : from
}

/** "New York Communities | for Change", "Committee | for a Responsible Federal Budget": where a name goes on with what the body is for. */
export function endOfPurpose(reading: NameReading, from: number, to: number): number {
  const { tokens } = reading
  if (!GOES_ON.test(tokens[from]?.lower ?? '') || from >= to) return from
  const article = ARTICLE.test(tokens[from + 1]?.lower ?? '') ? from + 2 : from + 1
  let end = isForAnother(reading, from, article) ? article : endOfCapitals(tokens, article, to)
  if (end === article) return from
  while (end + 1 < to && JOINS.test((tokens[end] as Token).lower) && isFree(reading, end + 1)) {
    const next = endOfCapitals(tokens, end + 1, to)
    if (next === end + 1) break
    end = next
  }
  return end
}

/** "The board for | Ann Lee", "a member of the Assembly for | the Green Alliance": who is named there is no part of it. */
function isForAnother({ mentions }: NameReading, from: number, article: number): boolean {
  const another = findMentionAt(mentions, article, ({ name }) => name !== null)
  return another?.type === 'person' || (another?.type === 'organisation' && article > from + 1)
}

/** "Science and | International Security", but "the Institute for Science and | Ann Lee". */
function isFree({ mentions, tokens }: NameReading, at: number): boolean {
  return (
    findMentionAt(mentions, at, ({ type }) => type === 'person' || type === 'place') === undefined &&
    !isOrganisationWord(tokens[at])
  )
}

function endOfCapitals(tokens: readonly Token[], from: number, to: number): number {
  let end = from
  while (end < to && isCapital(tokens, end, from)) end += 1
  return end
}

function isCapital(tokens: readonly Token[], at: number, from: number): boolean {
  const { pos, text, sentence } = tokens[at] as Token
  return (
    sentence === tokens[from]?.sentence &&
    /^(?:NOUN|ADJ|PROPN|VERB)$/.test(pos) &&
    /^\p{Lu}/u.test(text) &&
    !isGenitive(tokens[at])
  )
}
