import type { CoreferentEntity, Mention } from '../../src/domain/layers.ts'
import type { KnownName } from '../../src/domain/newsroom-rules.ts'
import type { Gender } from '../words/gender.ts'
import type { AnonymityStatement } from './anonymity/anonymity.ts'

/** One person, organisation or place of the article, while sources are resolved: what they tell of it is added. */
export interface NamedEntity {
  /** That the name is false, or no more than a first name, where the article says so. */
  pseudonym?: AnonymityStatement
  /** The fullest name in the article; the words of an office when its holder is never named. */
  readonly name: string
  readonly type: Mention['type']
  /** In text order. */
  readonly mentions: readonly Mention[]
  gender: Gender | null
  /** What is said of it anywhere, lower case: titles before a name, appositions ("defence minister", "a farmer"). */
  readonly roles: readonly string[]
  /** Who or what a newsroom's rules say that it is. */
  readonly known?: KnownName
}

/** @param mentions those of the article, which the entity's indexes point into */
export function toNamedEntity(entity: CoreferentEntity, mentions: readonly Mention[]): NamedEntity {
  return { ...entity, mentions: entity.mentions.map(index => mentions[index] as Mention) }
}

const named = new WeakMap<NamedEntity, boolean>()

/** False for the holder of an office whom the article never names. Remembered: only for one that has all its mentions. */
export function isNamed(entity: NamedEntity): boolean {
  const known = named.get(entity) ?? entity.mentions.some(({ name }) => name !== null)
  named.set(entity, known)
  return known
}
