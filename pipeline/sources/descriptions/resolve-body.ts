import type { Mention, Token } from '../../../src/domain/layers.ts'
import { GAZETTEER, type GazetteerTag } from '../../../src/nlp/gazetteer.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Occurrence } from '../occurrence.ts'

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
export function findByNameWords(
  tokens: readonly Token[],
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): NamedEntity | null {
  const words = new Set(tokens.filter(({ pos }) => /^(?:NOUN|ADJ|PROPN)$/.test(pos)).map(({ lower }) => stemOf(lower)))
  if (words.size < 2) return null
  const byStem = bodiesByStem.get(entityOf) ?? indexBodies(entityOf)
  const shared = new Map<NamedEntity, number>()
  for (const word of words) {
    const bodies = byStem.get(word) ?? []
    if (bodies.length > MOST_PER_WORD) continue
    for (const body of bodies) shared.set(body, (shared.get(body) ?? 0) + 1)
  }
  const fits = [...shared].filter(([, count]) => count >= 2)
  const [only] = fits
  return only !== undefined && fits.length === 1 ? only[0] : null
}

/** A word in the names of more bodies tells nothing, and counting them would cost the square of the article. */
const MOST_PER_WORD = 60
const bodiesByStem = new WeakMap<ReadonlyMap<Mention, NamedEntity>, ReadonlyMap<string, readonly NamedEntity[]>>()

/** Organisations by the words of their names, remembered for an article. Short words tell nothing. */
function indexBodies(entityOf: ReadonlyMap<Mention, NamedEntity>): ReadonlyMap<string, readonly NamedEntity[]> {
  const byStem = new Map<string, NamedEntity[]>()
  for (const entity of new Set(entityOf.values())) {
    if (entity.type !== 'organisation') continue
    const own = new Set(
      entity.name
        .toLowerCase()
        .split(/[\s-]+/)
        .map(stemOf),
    )
    for (const stem of own) {
      if (stem.length <= 3) continue
      const known = byStem.get(stem)
      if (known === undefined) byStem.set(stem, [entity])
      else known.push(entity)
    }
  }
  bodiesByStem.set(entityOf, byStem)
  return byStem
}

function stemOf(word: string): string {
  return word.replace(/(?:['’]s?|s)$/, '')
}

function hasTag({ name }: NamedEntity, tag: GazetteerTag): boolean {
  return GAZETTEER.get(name.toLowerCase().replace(/^the /, ''))?.has(tag) === true
}
