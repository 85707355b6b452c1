import type { Mention, Token } from '../src/domain/layers.ts'
import { isNamedPerson } from './affiliated-body.ts'
import { findMentionEndingAt } from './mentions-at.ts'
import type { PhraseReading } from './phrase-reading.ts'
import { type RolePhrase, readRolePhrase } from './role-phrase.ts'
import { isHonorific, isRole, isTitle } from './word-classes.ts'

/** Names that one plural is read over, and words of a phrase in front of them. */
const MOST_NAMES = 6
const LONGEST = 10
const BRACKET = 8

/**
 * What several are called in front of their names: "Sens. Ann Lee (D-Ohio), Bo Roy and Cy Dahl", "two Leeds developers, Ann Lee and Bo
 * Roy". Null where no plural stands before the first of them.
 */
export function readSharedRole(reading: PhraseReading, mention: Mention): RolePhrase | null {
  const { tokens, mentions } = reading
  let first = mention
  for (let names = 0; names < MOST_NAMES; names += 1) {
    const end = skipJoins(tokens, first.firstToken)
    const before = end === first.firstToken ? undefined : findMentionEndingAt(mentions, end, isNamedPerson)
    if (before === undefined || before === first) break
    first = before
  }
  let end = first.firstToken
  while (end > 0 && isHonorific(tokens[end - 1] as Token)) end -= 1
  if (tokens[end - 1]?.text === ',') end -= 1
  const plural = tokens[end - 1]
  if (
    plural === undefined ||
    !isPlural(plural) ||
    (first === mention && !isAbbreviated(plural) && !isFollowed(tokens, mention))
  )
    return null
  let from = end - 1
  while (from > 0 && end - from < LONGEST && isInFront(tokens[from - 1] as Token, plural)) from -= 1
  return readRolePhrase(reading, from, end, mention, true)
}

/** Where the name before ends, over commas, "and" and a bracket. */
function skipJoins(tokens: readonly Token[], from: number): number {
  let at = from
  while (at > 0 && /^(?:,|and|&)$/.test((tokens[at - 1] as Token).lower)) at -= 1
  if (at < from && tokens[at - 1]?.text === ')') {
    let open = at - 1
    while (open > Math.max(0, at - BRACKET) && tokens[open]?.text !== '(') open -= 1
    if (tokens[open]?.text === '(') at = open
  }
  return at
}

/** "Senators", "developers", "Sens.". */
function isPlural(token: Token): boolean {
  const { lower, lemma } = token
  if (/^(?:sens|reps|govs|profs|drs|messrs)\.?$/.test(lower)) return !isHonorific(token)
  return lower.endsWith('s') && (isRole(token) || isTitle(lower.slice(0, -1))) && lower !== lemma.slice(0, -1)
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
  }
  return /^(?:,|and|&)$/.test(tokens[at]?.lower ?? '')
}

function isInFront({ pos, text, sentence }: Token, plural: Token): boolean {
  return sentence === plural.sentence && (/^(?:NOUN|ADJ|PROPN|NUM|DET)$/.test(pos) || text === '-')
}
