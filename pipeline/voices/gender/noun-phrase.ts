import type { Token } from '../../../src/domain/layers.ts'
import { isGenitive } from '../../word-classes.ts'

/** Tokens of a noun phrase that are looked at. */
const LONGEST = 12
const HYPHENS: ReadonlySet<string> = new Set(['-', '–'])
export const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'our', 'your', 'its'])

/** What stands where a noun phrase was looked for. */
export interface NounPhrase {
  /** Tokens of its nouns, without what only modifies them: "actor" and "father" of "a retired actor and father of two". */
  readonly heads: readonly number[]
  /** Token behind it. */
  readonly end: number
}

/** Reads the noun phrase that begins at a token, up to what is said of its noun ("of two", "who …"). */
export function readNounPhrase(tokens: readonly Token[], from: number): NounPhrase {
  const heads: number[] = []
  const sentence = tokens[from]?.sentence
  let head = -1
  let i = from
  for (; i < from + LONGEST; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== sentence) break
    if (isNoun(token)) head = i
    // "The victim's | mother", "a 22-year-old | student", but "a mother-of-three".
    else if (isGenitive(token) || (HYPHENS.has(token.text) && tokens[i + 1]?.pos !== 'ADP')) head = -1
    else if (token.lower === 'and' && head >= 0 && joinsNoun(tokens, i)) {
      heads.push(head)
      head = -1
    } else if (head >= 0 || !modifies(tokens, i)) break
  }
  if (head >= 0) heads.push(head)
  return { heads, end: i }
}

export function isNoun({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN'
}

/** Token of whose a noun is ("**her** late husband"), or null. */
export function findOwner(tokens: readonly Token[], noun: number): number | null {
  for (let i = noun - 1; i > noun - LONGEST; i -= 1) {
    const token = tokens[i]
    if (token === undefined) return null
    if (OWNERS.has(token.lower)) return i
    if (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'NUM' && !HYPHENS.has(token.text)) return null
  }
  return null
}

/** "An actor and | father", but not "her husband and | their son". */
function joinsNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'ADJ') && !OWNERS.has(next.lower)
}

function modifies(tokens: readonly Token[], at: number): boolean {
  const { pos, lower } = tokens[at] as Token
  if (pos === 'DET' || pos === 'ADJ' || pos === 'NUM' || pos === 'ADV' || OWNERS.has(lower)) return true
  // "A retired policeman", "an aspiring actress".
  return pos === 'VERB' && /(?:ed|ing)$/.test(lower) && tokens[at + 1]?.pos !== 'ADP'
}
