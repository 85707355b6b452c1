import type { SourceKind } from '../../../src/domain/labels.ts'
import type { Grounded, Mention, Token } from '../../../src/domain/layers.ts'
import { fullestFirst } from '../../roles/fullest.ts'
import { readIntroductions } from '../../roles/introductions.ts'
import { groundTokens, type PhraseReading } from '../../roles/phrase-reading.ts'
import { readRolePhrase } from '../../roles/role-phrase.ts'
import type { NamedEntity } from '../named-entity.ts'
import { isShare, type SourceWords } from '../source-words.ts'

const QUANTITY =
  /^(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|both|some|several|many|its|his|her|their|another)$/
/** People are introduced early: later mentions are not searched for what somebody is. */
const FIRST_MENTIONS = 12

/**
 * What somebody is, without article, rank, "former" and the body that they belong to: what stands beside the name, or the noun
 * phrase itself unless that is a name (`isName`). Where a source's own words hold only a bare name, what stands beside the name elsewhere
 * counts. What is no person or group of them, and has no name, is what its noun says: "court filing".
 */
export function roleOf(
  reading: PhraseReading,
  words: SourceWords,
  entity: NamedEntity | null,
  isName: boolean,
  kind: SourceKind,
): Grounded<string> | null {
  const { mention } = words
  if (mention === null) return words.pronoun === null && !isName ? ownNoun(reading, words, kind) : null
  if (kind !== 'person' && kind !== 'group') return null
  return roleBeside(reading, [mention, ...(entity?.mentions.slice(0, FIRST_MENTIONS) ?? [])])
}

function roleBeside(reading: PhraseReading, mentions: readonly Mention[]): Grounded<string> | null {
  for (const mention of mentions) {
    if (mention.name === null && mention.role !== null) return officeOf(reading, mention)
    for (const { role } of fullestFirst(reading.tokens, readIntroductions(reading, mention)))
      if (role !== null) return role
  }
  return null
}

/** "The Prime Minister": an office that stands for its holder. */
function officeOf(reading: PhraseReading, mention: Mention): Grounded<string> | null {
  return readRolePhrase(reading, mention.firstToken, mention.endToken, mention, true)?.role ?? null
}

function ownNoun(reading: PhraseReading, words: SourceWords, kind: SourceKind): Grounded<string> | null {
  const { tokens } = reading
  if (isShare(tokens[words.head] as Token)) return nounOfShare(reading, words)
  if (kind === 'person' || kind === 'group')
    return readRolePhrase(reading, words.from, words.to, null, true)?.role ?? null
  return groundTokens(reading, skipQuantity(tokens, words.from, words.headEnd), words.head + 1)
}

/** "likely voters" in "54% of likely voters". */
function nounOfShare(reading: PhraseReading, { head, to }: SourceWords): Grounded<string> | null {
  const { tokens } = reading
  if (tokens[head + 1]?.lower !== 'of') return null
  const phrase = readRolePhrase(reading, head + 2, to, null, true)
  if (phrase?.role != null) return phrase.role
  const from = skipQuantity(tokens, head + 2, to)
  let end = from
  while (end < to && /^(?:NOUN|PROPN|ADJ)$/.test((tokens[end] as Token).pos)) end += 1
  return end === from ? null : groundTokens(reading, from, end)
}

function skipQuantity(tokens: readonly Token[], from: number, end: number): number {
  let i = from
  while (i < end - 1 && (QUANTITY.test((tokens[i] as Token).lower) || (tokens[i] as Token).pos === 'NUM')) i += 1
  return i
}
