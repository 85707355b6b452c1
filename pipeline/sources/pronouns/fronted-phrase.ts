import type { Sentence, Token } from '../../../src/domain/layers.ts'
import { genderOfPronoun } from '../../words/gender.ts'
import type { Occurrence } from '../occurrence.ts'

/** How far a main clause is sought behind the participle that opens its sentence, in tokens. */
const REACH = 24

/**
 * Index of the pronoun that is the subject behind a fronted participle ("Speaking beside Ann Lee, | she added", "After
 * meeting Ann Lee, | she added"), or null where the sentence is made otherwise.
 */
export function subjectAfterFronted(tokens: readonly Token[], { firstToken, endToken }: Sentence): number | null {
  if (!opensWithParticiple(tokens, firstToken)) return null
  for (let i = firstToken + 2; i < Math.min(endToken, firstToken + REACH); i += 1) {
    if (tokens[i - 1]?.text !== ',' || !/^(?:he|she)$/.test((tokens[i] as Token).lower)) continue
    return /^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? '') ? i : null
  }
  return null
}

function opensWithParticiple(tokens: readonly Token[], first: number): boolean {
  const [opening, next] = [tokens[first], tokens[first + 1]]
  if (opening?.pos === 'VERB') return /(?:ing|ed)$/.test(opening.lower)
  return (
    /^(?:after|before|while|when|by|on|in|since)$/.test(opening?.lower ?? '') &&
    next?.pos === 'VERB' &&
    next.lower.endsWith('ing')
  )
}

/** Without those named in the fronted phrase: who speaks beside Ann Lee is not she. A pronoun in it may well mean the subject. */
export function withoutFronted(
  tokens: readonly Token[],
  { firstToken }: Sentence,
  occurrences: readonly Occurrence[],
): readonly Occurrence[] {
  const named = new Set<Occurrence['referent']>()
  for (let i = occurrences.length - 1; i >= 0; i -= 1) {
    const { at, referent } = occurrences[i] as Occurrence
    if (at < firstToken) break
    if (genderOfPronoun((tokens[at] as Token).lower) === null) named.add(referent)
  }
  if (named.size === 0) return occurrences
  return occurrences.slice(-MOST_LOOKED_AT).filter(({ referent }) => !named.has(referent))
}

/** However long an article is, no more places than these are looked back over. */
const MOST_LOOKED_AT = 250
