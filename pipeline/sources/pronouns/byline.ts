import type { Mention, TokensLayer } from '../../../src/domain/layers.ts'
import { findBylineLines } from '../../positions/byline-lines.ts'
import { findMentionAt } from '../../positions/mentions-at.ts'
import type { NamedEntity } from '../named-entity.ts'

/** The person of the article's own line "By Ann Lee", or null. */
export function findByline(
  layer: TokensLayer,
  mentions: readonly Mention[],
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): NamedEntity | null {
  for (const { from } of findBylineLines(layer)) {
    const mention = findMentionAt(mentions, from, ({ type, name }) => type === 'person' && name !== null)
    const entity = mention === undefined ? undefined : entityOf.get(mention)
    if (entity !== undefined) return entity
  }
  return null
}
