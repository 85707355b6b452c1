import type { Token } from '../../src/domain/layers.ts'
import { endOfSentence, isSameSentence, type PhraseReading } from './phrase-reading.ts'
import { holdsRoleNoun } from './role-nouns.ts'
import { type RolePhrase, readRolePhrase } from './role-phrase.ts'

/** How far behind a subject what it is called is read, in tokens. */
const REACH = 32
export const BE = /^(?:be|become|remain)$/
const MADE = /^(?:appoint|name|elect|re-elect|make|nominate|promote|hire|install)$/
const WORKS = /^(?:serve|work|act|retire|resign|step)$/
/** What a sentence calls somebody without saying what they are: "Lee is a liar". */
const PRAISE =
  /(?:^| )(?:participant|winner|loser|friend|fan|supporter|opponent|rival|critic|liar|fool|idiot|hero|star|champion|victim|favou?rite|ally|foe|enemy|part|leader|player|native|graduate|survivor|suspect|target|defender|advocate|liability|outsider|insider|fighter|believer|monster|bigot|racist|socialist|person|man|woman|human|genius|joke|clown|fraud|traitor|threat|backer|admirer|contender|front-?runner|favou?rite|beneficiary|son|daughter|child)$/i

/**
 * "Cole is the chief executive of Norden Steel", "was appointed director of", "serves as": what the words behind a subject say.
 *
 * @param endToken where the subject ends
 */
export function readPredicate(reading: PhraseReading, endToken: number): RolePhrase | null {
  const { tokens } = reading
  if (tokens[endToken] === undefined || !isSameSentence(tokens, endToken)) return null
  const limit = endOfSentence(tokens, endToken, REACH)
  let at = endToken
  while (
    at < limit &&
    /^(?:has|had|have|will|also|now|currently|previously|formerly|once|later|then|first)$/.test(
      (tokens[at] as Token).lower,
    )
  )
    at += 1
  return readPredicateAt(reading, at, limit)
}

/** What the words behind a form of "be", or of what makes somebody something, say; null where that is no role. */
export function readPredicateAt(reading: PhraseReading, verb: number, limit: number): RolePhrase | null {
  const { tokens } = reading
  const token = tokens[verb]
  if (token === undefined || verb >= limit) return null
  let at = verb + 1
  while (at < limit && (tokens[at] as Token).pos === 'ADV') at += 1
  const next = tokens[at]
  if (next === undefined || at >= limit) return null
  if (BE.test(token.lemma) && MADE.test(next.lemma) && next.pos !== 'NOUN') {
    at += 1
    if (/^(?:as|to)$/.test(tokens[at]?.lower ?? '')) at += 1
  } else if (WORKS.test(token.lemma)) {
    if (token.lemma === 'step' && next.lower === 'down') at += 1
    if (tokens[at]?.lower !== 'as') return null
    at += 1
  } else if (!BE.test(token.lemma) || next.lower === 'no' || !isPredicateOf(token, next)) return null
  if (at >= limit) return null
  const phrase = readRolePhrase(reading, at, limit)
  // "Lee is a disgrace" says nothing of what Lee does.
  if (phrase?.role?.span == null || !holdsRoleNoun(tokens, phrase.role.span)) return null
  return PRAISE.test(phrase.role.value.split(/ (?:of|for|to|in|on) /)[0] ?? '') ? null : phrase
}

/** "Is the mayor", "was mayor"; "to become mayor" is no more than hoped for. */
function isPredicateOf({ lower }: Token, { pos }: Token): boolean {
  return /^(?:DET|PRON|NUM)$/.test(pos) || (/^(?:is|was|are|were)$/.test(lower) && /^(?:NOUN|ADJ|PROPN)$/.test(pos))
}
