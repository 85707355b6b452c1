import type { TokensLayer } from '../../../src/domain/layers.ts'
import type { DraftSource } from '../draft-source.ts'
import { isNamed } from '../named-entity.ts'
import type { Occurrence, Referent } from '../occurrence.ts'
import type { Meaning } from '../settle-draft.ts'

/** Places looked back over. */
const LOOK_BACK = 40

/**
 * "Both" means the two people that the sentence before names one by one ("Ann Lee met Bo Roy. Both said"), unless a
 * group was spoken of there; null where it does not.
 */
export function resolveBoth(
  { tokens }: TokensLayer,
  draft: DraftSource,
  occurrences: readonly Occurrence[],
): Meaning | null {
  const recent = occurrences
    .slice(-LOOK_BACK)
    .filter(({ sentence }) => draft.sentence - sentence <= 1)
    .filter(({ referent }) => referent.human)
  const people = new Set<Referent>(recent.map(({ referent }) => referent))
  const entities = [...people].flatMap(({ entity, number }) =>
    number === 'singular' && entity !== null && isNamed(entity) ? [entity] : [],
  )
  if (people.size !== 2 || entities.length !== 2) return null
  const [first, last] = [recent[0] as Occurrence, recent.at(-1) as Occurrence]
  const [start, end] = [tokens[first.at]?.start ?? 0, tokens[last.end - 1]?.end ?? 0]
  return {
    ownName: { value: entities.map(({ name }) => name).join(' and '), span: { start, end } },
    rule: 'both',
    how: 'The sentence before names two people one by one.',
  }
}
