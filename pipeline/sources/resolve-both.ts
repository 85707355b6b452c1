import type { TokensLayer } from '../../src/domain/layers.ts'
import type { DraftSource } from './draft-source.ts'
import { isNamed } from './named-entity.ts'
import type { Occurrence, Referent } from './occurrence.ts'

/** Places looked back over. */
const LOOK_BACK = 40

/**
 * Gives "both" to the two people that the sentence before names one by one ("Ann Lee met Bo Roy. Both said"), unless a
 * group was spoken of there. True when it was given.
 */
export function resolveBoth({ tokens }: TokensLayer, draft: DraftSource, occurrences: readonly Occurrence[]): boolean {
  const recent = occurrences
    .slice(-LOOK_BACK)
    .filter(({ sentence }) => draft.sentence - sentence <= 1)
    .filter(({ referent }) => referent.human)
  const people = new Set<Referent>(recent.map(({ referent }) => referent))
  const entities = [...people].flatMap(({ entity, number }) =>
    number === 'singular' && entity !== null && isNamed(entity) ? [entity] : [],
  )
  if (people.size !== 2 || entities.length !== 2) return false
  const [first, last] = [recent[0] as Occurrence, recent.at(-1) as Occurrence]
  const [start, end] = [tokens[first.at]?.start ?? 0, tokens[last.end - 1]?.end ?? 0]
  draft.ownName = { value: entities.map(({ name }) => name).join(' and '), span: { start, end } }
  draft.rule = 'both'
  draft.how = 'The sentence before names two people one by one.'
  return true
}
