import type { CoreferenceLayer, CoreferentEntity, EntitiesLayer, Mention, Token } from '../../src/domain/layers.ts'
import { joinBodies } from './join-bodies.ts'
import { joinPeople } from './join-people.ts'
import type { JoinedEntity } from './joined-entity.ts'

/** The people, organisations and places of an article, each with all its mentions, as their names alone tell. */
export function joinNames(text: string, tokens: readonly Token[], { mentions }: EntitiesLayer): JoinedEntity[] {
  const named = mentions.filter(({ type }) => type !== 'group' && type !== 'document')
  return [...joinPeople(text, tokens, named), ...joinBodies(text, tokens, named)]
}

/** As the layer has them. */
export function toEntities(joined: readonly JoinedEntity[], mentions: readonly Mention[]): CoreferentEntity[] {
  const indexOf = new Map(mentions.map((mention, i) => [mention, i]))
  return joined.map(({ isNamesake: _, ...entity }) => ({
    ...entity,
    mentions: entity.mentions.map(one => indexOf.get(one) as number),
  }))
}

/** Coreference by names alone. */
export function readByNames(text: string, tokens: readonly Token[], entities: EntitiesLayer): CoreferenceLayer {
  const joined = toEntities(joinNames(text, tokens, entities), entities.mentions)
  return { entities: joined, groups: [], references: [] }
}
