import nlp from 'compromise/two'

/** What a listed name or role can be; the tags are compromise's. */
export type GazetteerTag =
  | 'FirstName'
  | 'MaleName'
  | 'FemaleName'
  | 'LastName'
  | 'Person'
  | 'Organization'
  | 'SportsTeam'
  | 'City'
  | 'Region'
  | 'Country'
  | 'Place'
  | 'Demonym'
  | 'Actor'
  | 'Honorific'

const TAGS: ReadonlySet<string> = new Set<GazetteerTag>([
  'FirstName',
  'MaleName',
  'FemaleName',
  'LastName',
  'Person',
  'Organization',
  'SportsTeam',
  'City',
  'Region',
  'Country',
  'Place',
  'Demonym',
  'Actor',
  'Honorific',
])

const COMMON_TAGS: ReadonlySet<string> = new Set([
  'Singular',
  'Plural',
  'Uncountable',
  'Noun',
  'Adjective',
  'Comparative',
  'Superlative',
  'Adverb',
  'Infinitive',
  'PastTense',
  'PresentTense',
  'Gerund',
  'Preposition',
  'Conjunction',
  'Determiner',
  'Pronoun',
  'Modal',
  'Cardinal',
  'Ordinal',
])

const LISTS = readLists()

/**
 * compromise's own lexicon as a gazetteer: lower-case words and phrases with what they can be.
 *
 * Only its word lists are used, never its tagger: that costs fifteen times what wink-nlp does.
 */
export const GAZETTEER: ReadonlyMap<string, ReadonlySet<GazetteerTag>> = LISTS.gazetteer

/** Single words that compromise lists as common nouns, verbs, adjectives or function words, lower case. */
export const COMMON_WORDS: ReadonlySet<string> = LISTS.common

/** Both lists in one pass: asking compromise for its model is what costs. */
function readLists(): { gazetteer: Map<string, Set<GazetteerTag>>; common: Set<string> } {
  const model = nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
  const gazetteer = new Map<string, Set<GazetteerTag>>()
  const common = new Set<string>()
  for (const phrase in model.one.lexicon) {
    const tags = model.one.lexicon[phrase] as string | readonly string[]
    for (const tag of typeof tags === 'string' ? [tags] : tags) {
      if (COMMON_TAGS.has(tag)) {
        if (!phrase.includes(' ')) common.add(phrase)
      } else if (TAGS.has(tag)) {
        const known = gazetteer.get(phrase)
        if (known === undefined) gazetteer.set(phrase, new Set([tag as GazetteerTag]))
        else known.add(tag as GazetteerTag)
      }
    }
  }
  return { gazetteer, common }
}
