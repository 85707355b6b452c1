import type { Mention, Token } from '../../src/domain/layers.ts'
import { isCrowd, isDocument, isPeople, isRole } from '../word-classes.ts'

/** Nouns for documents that mostly mean something else where nothing says so: "five minutes", "in order to". */
const AMBIGUOUS =
  /^(?:account|ad|bill|book|figure|finding|law|log|minute|notice|opinion|order|paper|post|record|result|story|text|website)$/
/** What stands before a noun in its phrase. */
const IN_PHRASE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM'])
/** No noun phrase is longer, in tokens. */
const LONGEST = 8

/**
 * Finds what has no name and can still say something: groups ("two senior officials", "residents") and documents ("a court
 * filing", "the poll"), as noun phrases without their article. Token indexes ascend.
 */
export function findNameless(tokens: readonly Token[]): Mention[] {
  const found: Mention[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN') continue
    const type = typeOf(token)
    if (type === null || modifiesNext(tokens, i)) continue
    const first = startOfPhrase(tokens, i)
    const start = (tokens[first] as Token).start
    found.push({ start, end: token.end, type, firstToken: first, endToken: i + 1, name: null, role: null })
  }
  return found
}

function typeOf(token: Token): 'document' | 'group' | null {
  const { pos, lower, lemma } = token
  if (pos === 'NOUN' && isDocument(token)) return AMBIGUOUS.test(lemma) ? null : 'document'
  if (isCrowd(token)) return 'group'
  if (!lower.endsWith('s') || token.text === token.text.toUpperCase()) return null
  return (pos === 'NOUN' && lower !== lemma && isRole(token)) || isPeople(token) ? 'group' : null
}

/** "report authors", "police officer": the noun behind is what is meant. */
function modifiesNext(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.text === '-')
}

function startOfPhrase(tokens: readonly Token[], noun: number): number {
  const { sentence } = tokens[noun] as Token
  let first = noun
  while (first > 0 && noun - first < LONGEST) {
    const { pos, sentence: before, text } = tokens[first - 1] as Token
    if (before !== sentence || !(IN_PHRASE.has(pos) || text === '-')) break
    first -= 1
  }
  return (tokens[first] as Token).text === '-' ? first + 1 : first
}
