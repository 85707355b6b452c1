import type { Mention } from '../../../src/domain/layers.ts'
import { SURE, type TaggedName } from './tagged.ts'

/**
 * Names of which the model is sure, and those of which it is not where the rules for names find one of the same type.
 *
 * @param length of the article, in tokens
 * @param ruled mentions as the rules find them
 */
export function hearRules(length: number, names: readonly TaggedName[], ruled: readonly Mention[]): TaggedName[] {
  const typeAt = Array<Mention['type'] | undefined>(length)
  for (const { type, name, firstToken, endToken } of ruled)
    if (name !== null) for (let i = firstToken; i < endToken; i += 1) typeAt[i] ??= type
  return names.filter(({ tag, to, probability }) => probability > SURE || typeAt[to - 1] === tag)
}
