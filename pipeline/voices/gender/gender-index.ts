import type { CoreferenceLayer, Mention, ReadReference, Token } from '../../../src/domain/layers.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { genderOfPronoun } from '../../words/gender.ts'
import type { VoiceReading } from '../voice-reading.ts'
import type { GenderSign } from './gender-rules.ts'
import { findSaidGenders } from './said-gender.ts'

/** What the genders of all voices of an article are looked up in, made once. */
export interface GenderIndex {
  /** What the article says outright, by chain. */
  readonly said: ReadonlyMap<number, readonly GenderSign[]>
  /** Tokens at which the name of a person begins. */
  readonly nameAt: ReadonlySet<number>
  /** Number of the coreference layer's group, by the chain that it is of. */
  readonly groupOf: ReadonlyMap<number, number>
  /** The same of who has no name, by the token where words for them begin. */
  readonly groupAt: ReadonlyMap<number, number>
  /** Pronouns that say a gender and descriptions that a model takes for those of a group. */
  readonly referencesOf: ReadonlyMap<number, readonly ReadReference[]>
  /** By its token, each pronoun that a model has read. */
  readonly pronounAt: ReadonlyMap<number, ReadReference>
}

const indexes = new WeakMap<VoiceReading, GenderIndex>()

/** Remembered by the reading. */
export function indexGenders(reading: VoiceReading): GenderIndex {
  const known = indexes.get(reading)
  if (known !== undefined) return known
  const {
    tokens: { tokens },
    entities: { mentions },
    sources: { chains },
    coreference,
  } = reading
  const chainAt = new Map<number, number>()
  const nameAt = new Set<number>()
  for (const [i, { type, mentions: own, pronouns }] of chains.entries()) {
    if (type !== 'person') continue
    for (const mention of own) {
      const { firstToken, endToken } = mentions[mention] as Mention
      nameAt.add(firstToken)
      for (let token = firstToken; token < endToken; token += 1) chainAt.set(token, i)
    }
    for (const { start } of pronouns) chainAt.set(tokenAt(tokens, start), i)
  }
  const made = { said: findSaidGenders(tokens, chainAt), nameAt, ...indexReferences(tokens, coreference) }
  indexes.set(reading, made)
  return made
}

function indexReferences(tokens: readonly Token[], { groups, references }: CoreferenceLayer) {
  const referencesOf = new Map<number, ReadReference[]>()
  for (const reference of references) {
    const group = reference.ranked[0]?.group
    if (group === undefined) continue
    if (reference.pronoun && genderOfPronoun((tokens[reference.firstToken] as Token).lower) === null) continue
    const known = referencesOf.get(group)
    if (known === undefined) referencesOf.set(group, [reference])
    else known.push(reference)
  }
  const groupOf = new Map<number, number>()
  const groupAt = new Map<number, number>()
  for (const [i, { entity, references: own }] of groups.entries()) {
    if (entity !== null) groupOf.set(entity, i)
    else for (const { firstToken } of own) groupAt.set(firstToken, i)
  }
  const pronounAt = new Map(references.filter(({ pronoun }) => pronoun).map(one => [one.firstToken, one]))
  return { groupOf, groupAt, referencesOf, pronounAt }
}

/** Index of the token that covers an offset, or of the last before it. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  return Math.max(0, firstAfter(tokens, offset, ({ start }) => start) - 1)
}
