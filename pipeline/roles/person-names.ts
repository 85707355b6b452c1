import type { Mention, Token } from '../../src/domain/layers.ts'
import { isFirstName, isGenitive, isPlaceName, isTitle, isTitleSurname } from '../word-classes.ts'

/** Party and place: "R-Fla.". */
const PARTY = /^[RDI](?:-|–|$)/

/**
 * Whether what was taken for a person's name names nobody: an office alone ("Ohio Gov."), a listed place that is no given name, party
 * and state. People are called by all of these at times, but not so often that each would be somebody.
 */
export function isNobodysName(tokens: readonly Token[], { type, name, firstToken, endToken }: Mention): boolean {
  if (type !== 'person' || name === null) return false
  const words: Token[] = []
  for (let i = firstToken; i < endToken; i += 1) {
    const token = tokens[i] as Token
    if (token.start >= name.start && token.end <= name.end && !isGenitive(token)) words.push(token)
  }
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return true
  if (PARTY.test(first.text) && words.length <= 4 && !/^\p{Lu}\./u.test(first.text))
    return words.length > 1 || first.text.length > 1
  if (isTitle(last) && (words.length === 1 || !isTitleSurname(last.lower)) && !isFirstName(first.lower)) return true
  return isPlaceOnly(words)
}

/** "Florida", "New Jersey", but not "Jordan" or "Paris Lee". */
function isPlaceOnly(words: readonly Token[]): boolean {
  return isPlaceName(words.map(({ lower }) => lower).join(' ')) && !isFirstName((words[0] as Token).lower)
}
