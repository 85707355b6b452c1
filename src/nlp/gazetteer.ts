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

function readGazetteer(): Map<string, Set<GazetteerTag>> {
  const model = nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
  const gazetteer = new Map<string, Set<GazetteerTag>>()
  for (const [phrase, tags] of Object.entries(model.one.lexicon)) {
    const known = [tags].flat().filter((tag): tag is GazetteerTag => TAGS.has(tag))
    if (known.length > 0) gazetteer.set(phrase, new Set(known))
  }
  return gazetteer
}
