import type { Token } from '../../../src/domain/layers.ts'
import { isCommon, isDemonym, isFirstName, isGenitive, isOrganisationWord, isPeople } from '../../word-classes.ts'
import { SURE, type TaggedName } from './tagged.ts'

/** Just above what is kept in any case. */
const HEARD = SURE + 0.01
const ONLY_BODY = { person: 0, place: 0, organisation: HEARD, somebody: 0, body: 0 }
const SAYING: ReadonlySet<string> = new Set(['added', 'declined', 'said', 'says', 'told'])
const CAPITAL = /^\p{Lu}/u

/**
 * Bodies by the first word of their name, where the model has nothing of it: "Brackwell Marine posted a loss. **Brackwell** said …". The word opens one name
 * alone, stands by itself, and does or has something; an ordinary one says something ("**Keel** said"), for "Education matters" is of no department.
 *
 * @param seenSmall words (lower case) that the article has in small letters, too
 */
export function addShortForms(
  tokens: readonly Token[],
  names: readonly TaggedName[],
  seenSmall: ReadonlySet<string>,
): TaggedName[] {
  const taken = new Uint8Array(tokens.length)
  for (const { from, to } of names) taken.fill(1, from, to)
  const wholes = new Map<string, Set<string>>()
  const others = new Set<string>()
  for (const { tag, from, to } of names) {
    const [first, ...rest] = tokens.slice(from, to)
    if (first === undefined) continue
    if (tag !== 'organisation') others.add(first.text)
    else if (rest.some(({ text }) => CAPITAL.test(text)) && mayStandForWhole(first, seenSmall))
      wholes.set(first.text, (wholes.get(first.text) ?? new Set()).add(rest[0]?.lower ?? ''))
  }
  return tokens.flatMap(({ text }, at): TaggedName[] => {
    if (taken[at] === 1 || wholes.get(text)?.size !== 1 || others.has(text) || !standsAlone(tokens, at)) return []
    return [{ tag: 'organisation', from: at, to: at + 1, probability: HEARD, shares: ONLY_BODY }]
  })
}

function mayStandForWhole(first: Token, seenSmall: ReadonlySet<string>): boolean {
  const { text, lower } = first
  if (!CAPITAL.test(text) || lower.length < 3 || seenSmall.has(lower)) return false
  return !isFirstName(lower) && !isOrganisationWord(first) && !isPeople(first) && !isDemonym(first)
}

/** No part of a longer name, and with a verb of its own or something that is its own. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]]
  if (next === undefined || next.sentence !== token.sentence) return false
  if (before?.sentence === token.sentence && before.pos === 'PROPN' && CAPITAL.test(before.text)) return false
  if (isCommon(token.lower)) return SAYING.has(next.lower)
  return next.pos === 'VERB' || next.pos === 'AUX' || isGenitive(next)
}
