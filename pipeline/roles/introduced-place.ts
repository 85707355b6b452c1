import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import { findMentionAt, firstTokenOfName } from '../positions/mentions-at.ts'
import { isOrganisationWord, isPlaceName } from '../word-classes.ts'
import { bodyAt, LOCAL } from './affiliated-body.ts'
import type { Introduction } from './introduction.ts'
import { endOfSentence, groundTokens, isSameSentence, type PhraseReading } from './phrase-reading.ts'

/** How far behind a name whom somebody belongs to is read, in tokens. */
const REACH = 16

/** Nobody belongs to where something happened, unless it is more than the place ("Lisbon's Institute for Marine Security"). */
export function isPlace(
  { tokens, mentions }: PhraseReading,
  from: number,
  end: number,
  body: Grounded<string>,
): boolean {
  for (let i = from; i < Math.min(end, from + 3); i += 1) {
    const found = findMentionAt(mentions, i, ({ name }) => name !== null)
    if (found === undefined) continue
    const last = lastToken(tokens, body, found.endToken)
    if (last >= found.endToken && !LOCAL.test((tokens[last] as Token).text)) return false
    if (found.type === 'place' || found.type === 'person') return !isOrganisationWord(tokens[found.endToken - 1])
    return isInState(tokens, found.endToken)
  }
  return false
}

/** "Columbia, | South Carolina": a model may take a town for a body. */
function isInState(tokens: readonly Token[], comma: number): boolean {
  const [town, state, more] = [tokens[comma - 1], tokens[comma + 1], tokens[comma + 2]]
  if (tokens[comma]?.text !== ',' || state === undefined || isOrganisationWord(town)) return false
  return isPlaceName(state.lower) || (more !== undefined && isPlaceName(`${state.lower} ${more.lower}`))
}

function lastToken(tokens: readonly Token[], { span }: Grounded<string>, from: number): number {
  let at = from
  while (span !== null && at < tokens.length && (tokens[at] as Token).end <= span.end) at += 1
  return at - 1
}

/** "Ann Lee of the charity Second Dose", "Bo Roy from the Met Office". */
export function readPlace(reading: PhraseReading, mention: Mention): Introduction | null {
  const { tokens } = reading
  // "Ann Lee of | the Civic Party": a model may take the preposition for a part of the name.
  const end = tokens[mention.endToken - 1]?.lower === 'of' ? mention.endToken - 1 : mention.endToken
  const next = tokens[end]
  if (next === undefined || !/^(?:of|from|at|with)$/.test(next.lower) || !isSameSentence(tokens, end)) return null
  const limit = endOfSentence(tokens, end, REACH)
  const acronym = tokens[end + 1]
  if (next.lower === 'of' && acronym !== undefined && /^\p{Lu}{2,6}$/u.test(acronym.text))
    return { form: 'place', role: null, affiliation: groundTokens(reading, end + 1, end + 2) }
  const affiliation = bodyAt(reading, end + 1, limit, mention)
  if (affiliation === null) return null
  // Where somebody lives is no affiliation, but a senator is of a state.
  const isBody = !isPlace(reading, end + 1, limit, affiliation) || isSentFrom(tokens, mention)
  return isBody ? { form: 'place', role: null, affiliation } : null
}

/** "Sen. Ann Lee | of Ohio". */
function isSentFrom(tokens: readonly Token[], mention: Mention): boolean {
  const title = tokens[firstTokenOfName(tokens, mention) - 1]
  return (
    title !== undefined &&
    /^(?:sen|rep|gov|senator|representative|congress(?:man|woman)|governor|delegate)\.?$/.test(title.lower)
  )
}
