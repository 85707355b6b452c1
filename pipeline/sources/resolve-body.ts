import type { Token } from '../../src/domain/layers.ts'
import { GAZETTEER, type GazetteerTag } from '../../src/nlp/gazetteer.ts'
import type { NamedEntity } from './named-entity.ts'
import type { Occurrence } from './occurrence.ts'

/** What kind of place a noun names. Towns are not all listed, so the last listed one would often be wrong. */
const TAG_BY_NOUN: ReadonlyMap<string, GazetteerTag> = new Map([
  ['state', 'Region'],
  ['province', 'Region'],
  ['country', 'Country'],
  ['nation', 'Country'],
])
/** A country is meant by "the government" when it is named this many times as often as any other. */
const MARGIN = 2

/** "the state", "the country": the place of that kind that was spoken of last; null when there is none. */
export function findPlace(noun: string, recent: ReadonlyMap<NamedEntity, Occurrence>): NamedEntity | null {
  const tag = TAG_BY_NOUN.get(noun)
  if (tag === undefined) return null
  for (const entity of recent.keys()) if (entity.type === 'place' && hasTag(entity, tag)) return entity
  return null
}

/** "the government": of the country that an article speaks of most, where one stands out; null otherwise. */
export function findCountry(occurrences: readonly Occurrence[]): NamedEntity | null {
  const counts = new Map<NamedEntity, number>()
  for (const { referent } of occurrences) {
    const { entity } = referent
    if (entity !== null && hasTag(entity, 'Country')) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= MARGIN * (second?.[1] ?? 0.5) ? first[0] : null
}

/**
 * The one organisation of the article that shares two words with a description of it: "the flight attendants' union" for the
 * Association of Flight Attendants. Its name may come later: headlines and first paragraphs describe first.
 */
export function findByNameWords(tokens: readonly Token[], entities: Iterable<NamedEntity>): NamedEntity | null {
  const words = new Set(tokens.filter(({ pos }) => /^(?:NOUN|ADJ|PROPN)$/.test(pos)).map(({ lower }) => stemOf(lower)))
  if (words.size < 2) return null
  const fits = new Set<NamedEntity>()
  for (const entity of entities) {
    if (entity.type !== 'organisation') continue
    const own = new Set(
      entity.name
        .toLowerCase()
        .split(/[\s-]+/)
        .map(stemOf),
    )
    if ([...own].filter(word => word.length > 3 && words.has(word)).length >= 2) fits.add(entity)
  }
  const [only] = fits
  return fits.size === 1 ? (only ?? null) : null
}

function stemOf(word: string): string {
  return word.replace(/(?:['’]s?|s)$/, '')
}

function hasTag({ name }: NamedEntity, tag: GazetteerTag): boolean {
  return GAZETTEER.get(name.toLowerCase().replace(/^the /, ''))?.has(tag) === true
}
