import type { Token } from '../../../src/domain/layers.ts'
import { isPlaceName, isTime, isTitle, KIN } from '../../word-classes.ts'
import { TAGGED, type TaggedName } from './tagged.ts'

/** Words of a name. */
const LONGEST = 3
const CAPITAL = /^\p{Lu}\p{L}/u
/** The model has no say in these: a relative is named in nearly all of them. */
const PROBABILITY = 0.9

/**
 * Names between commas behind a word for a relative ("his wife, Anneli, said"), where the model tagged nobody: a given name by
 * itself is little to go by.
 */
export function findRelatives(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const tagged = new Uint8Array(tokens.length)
  for (const { from, to } of names) tagged.fill(1, from, to)
  const found: TaggedName[] = []
  for (let i = 0; i + 3 < tokens.length; i += 1) {
    const { pos, lower } = tokens[i] as Token
    if (pos !== 'NOUN' || !KIN.has(lower) || tokens[i + 1]?.text !== ',') continue
    const to = endOfName(tokens, i + 2)
    if (to === i + 2 || !/^[,(]$/u.test(tokens[to]?.text ?? '') || tagged.subarray(i + 2, to).includes(1)) continue
    const shares = Object.fromEntries(TAGGED.map(tag => [tag, tag === 'person' ? PROBABILITY : 0]))
    found.push({ tag: 'person', from: i + 2, to, probability: PROBABILITY, shares: shares as TaggedName['shares'] })
  }
  return found
}

function endOfName(tokens: readonly Token[], from: number): number {
  let to = from
  while (to - from < LONGEST && isNameWord(tokens[to])) to += 1
  return to
}

function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || !CAPITAL.test(token.text)) return false
  return !isTime(token) && !isTitle(token) && !isPlaceName(token.lower)
}
