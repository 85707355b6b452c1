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

/**
 * compromise's own lexicon as a gazetteer: lower-case words and phrases with what they can be.
 *
 * Only its word lists are used, never its tagger: that costs fifteen times what wink-nlp does.
 */
export const GAZETTEER: ReadonlyMap<string, ReadonlySet<GazetteerTag>> = readGazetteer()

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

/** Single words that compromise lists as common nouns, verbs, adjectives or function words, lower case. */
export const COMMON_WORDS: ReadonlySet<string> = readCommonWords()

function readCommonWords(): Set<string> {
  const common = new Set<string>()
  for (const [phrase, tags] of readLexicon()) {
    if (!phrase.includes(' ') && tags.some(tag => COMMON_TAGS.has(tag))) common.add(phrase)
  }
  return common
}

function readLexicon(): [string, string[]][] {
  const model = nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
  return Object.entries(model.one.lexicon).map(([phrase, tags]) => [phrase, [tags].flat()])
}

function readGazetteer(): Map<string, Set<GazetteerTag>> {
  const gazetteer = new Map<string, Set<GazetteerTag>>()
  for (const [phrase, tags] of readLexicon()) {
    const known = tags.filter((tag): tag is GazetteerTag => TAGS.has(tag))
    if (known.length > 0) gazetteer.set(phrase, new Set(known))
  }
  return gazetteer
}
