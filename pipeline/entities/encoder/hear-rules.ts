import type { Mention, Token } from '../../../src/domain/layers.ts'
import { isFirstName } from '../../word-classes.ts'
import { SURE, type TaggedName } from './tagged.ts'

/**
 * Names of which the model is sure, and those of which it is not where the rules for names find one of the same type or a given name
 * opens a person's.
 *
 * @param ruled mentions as the rules find them
 */
export function hearRules(
  tokens: readonly Token[],
  names: readonly TaggedName[],
  ruled: readonly Mention[],
): TaggedName[] {
  const typeAt = Array<Mention['type'] | undefined>(tokens.length)
  for (const { type, name, firstToken, endToken } of ruled)
    if (name !== null) for (let i = firstToken; i < endToken; i += 1) typeAt[i] ??= type
  return names.filter(
    ({ tag, from, to, probability }) =>
      probability > SURE ||
      typeAt[to - 1] === tag ||
      (tag === 'person' && to - from > 1 && isFirstName((tokens[from] as Token).lower)),
  )
}
