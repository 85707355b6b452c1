import type { Token, TokensLayer } from '../../../../src/domain/layers.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

const LIGHT: ReadonlySet<string> = new Set(['ADV', 'AUX', 'PART'])

/**
 * Ends what somebody says in a relative clause before the verb of the sentence whose subject they are: in "Lee, who did not say where he
 * had been, left early" the leaving is the article's.
 */
export function endWithRelative(tokens: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const [cue, content] = [one.cue[0], one.content.at(-1)]
  if (cue === undefined || content === undefined || content.start < cue.end) return one
  if (!followsSubjectsWho(tokens, firstTokenAfter(tokens.tokens, cue.start))) return one
  const from = firstTokenAfter(tokens.tokens, content.start)
  const to = firstTokenAfter(tokens.tokens, content.end - 1)
  for (let i = to - 1; i > from; i -= 1) {
    if (tokens.tokens[i]?.text !== ',' || !hasTense(tokens.tokens[i + 1])) continue
    const end = (tokens.tokens[i - 1] as Token).end
    return { ...one, content: [...one.content.slice(0, -1), { start: content.start, end }] }
  }
  return one
}

/** Whether ", who" stands before a verb with what helps it, and no other verb before that in the sentence. */
function followsSubjectsWho({ tokens, sentences }: TokensLayer, verb: number): boolean {
  let who = verb
  if (tokens[who]?.lower !== 'who') who -= 1
  while (LIGHT.has(tokens[who]?.pos ?? '')) who -= 1
  if (tokens[who]?.lower !== 'who' || tokens[who - 1]?.text !== ',') return false
  const first = sentences[tokens[who]?.sentence ?? -1]?.firstToken ?? who
  return !tokens.slice(first, who).some(hasTense)
}

function hasTense(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing')))
}
