import type { CoreferenceLayer, ReadReference } from '../../../src/domain/layers.ts'
import { genderOfPronoun } from '../../words/gender.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Occurrence, Referent } from '../occurrence.ts'
import type { RankedReferent } from './rank-referents.ts'

/** However long an article is, no more places than these are looked back over. */
const MOST_LOOKED_AT = 250
/** From this probability on, a description means whom the model takes it for. */
const LEAST_DESCRIPTION = 0.8
/** “It” and “they” often mean what has no name; and “they” seldom one person. */
const LEAST_THING = 0.6
const LEAST_SINGULAR_THEY = 0.9

/** Whom pronouns and descriptions mean by the coreference layer, as referents of the walk through an article. */
export class ReadCoreference {
  readonly #layer: CoreferenceLayer
  readonly #entities: readonly NamedEntity[]
  readonly #pronouns = new Map<number, ReadReference>()
  /** Description and group of each token, from 1; 0 where there is none. */
  readonly #descriptionAt: Int32Array
  readonly #groupAt: Int32Array

  /**
   * @param entities those of the layer, in its order
   * @param length of the article, in tokens
   */
  constructor(layer: CoreferenceLayer, entities: readonly NamedEntity[], length: number) {
    this.#layer = layer
    this.#entities = entities
    this.#descriptionAt = new Int32Array(length)
    this.#groupAt = new Int32Array(length)
    for (const [i, reference] of layer.references.entries()) {
      if (reference.pronoun) this.#pronouns.set(reference.firstToken, reference)
      else this.#descriptionAt.fill(i + 1, reference.firstToken, reference.endToken)
    }
    for (const [i, { references }] of layer.groups.entries())
      for (const { firstToken, endToken } of references) this.#groupAt.fill(i + 1, firstToken, endToken)
  }

  /** Whom the pronoun (lower case) at a token can mean, best first; null where the layer says nothing of it. */
  rankPronoun(
    token: number,
    pronoun: string,
    occurrences: readonly Occurrence[],
    referentOf: (entity: NamedEntity) => Referent,
  ): RankedReferent[] | null {
    const reference = this.#pronouns.get(token)
    if (reference === undefined) return null
    const isPlural = /^(?:they|them|theirs?|themselves)$/.test(pronoun)
    return reference.ranked.flatMap(({ group, probability }): RankedReferent[] => {
      const referent = this.#referentOf(group, occurrences, referentOf, genderOfPronoun(pronoun) !== null)
      if (genderOfPronoun(pronoun) === null && probability < LEAST_THING) return []
      if (isPlural && referent?.entity?.type === 'person' && probability < LEAST_SINGULAR_THEY) return []
      return referent === null ? [] : [{ referent, score: probability, isProbability: true }]
    })
  }

  /** Whom the description that covers a token means, with the probability; null where that is nobody with a name. */
  findDescribed(token: number): { readonly entity: NamedEntity; readonly probability: number } | null {
    const reference = this.#layer.references[(this.#descriptionAt[token] as number) - 1]
    const best = reference?.ranked[0]
    if (best === undefined || best.probability < LEAST_DESCRIPTION) return null
    const entity = this.#entityOf(best.group)
    return entity === null ? null : { entity, probability: best.probability }
  }

  #entityOf(group: number): NamedEntity | null {
    const index = this.#layer.groups[group]?.entity ?? null
    return index === null ? null : (this.#entities[index] as NamedEntity)
  }

  /** Who has no name is whoever was last spoken of in the group's words; never the body whose "official" somebody is. */
  #referentOf(
    group: number,
    occurrences: readonly Occurrence[],
    referentOf: (entity: NamedEntity) => Referent,
    isPerson: boolean,
  ): Referent | null {
    const entity = this.#entityOf(group)
    if (entity !== null) return referentOf(entity)
    for (let i = occurrences.length - 1; i >= Math.max(0, occurrences.length - MOST_LOOKED_AT); i -= 1) {
      const { at, end, referent } = occurrences[i] as Occurrence
      if (isPerson && referent.entity !== null && referent.entity.type !== 'person') continue
      for (let token = at; token < end; token += 1) if (this.#groupAt[token] === group + 1) return referent
    }
    return null
  }
}
