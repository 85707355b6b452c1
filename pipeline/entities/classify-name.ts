import type { MentionType } from '../../src/domain/labels.ts'
import type { Token } from '../../src/domain/layers.ts'
import { GAZETTEER, type GazetteerTag } from '../../src/nlp/gazetteer.ts'
import { isOrganisationWord, type NameRun } from './names.ts'

const PLACE_TAGS: readonly GazetteerTag[] = ['City', 'Region', 'Country', 'Place']
const FIRST_NAMES: readonly GazetteerTag[] = ['FirstName', 'MaleName', 'FemaleName']
const PLACE_WORDS = new Set([
  'river',
  'lake',
  'sea',
  'ocean',
  'island',
  'islands',
  'bay',
  'street',
  'road',
  'avenue',
  'mountain',
  'valley',
  'county',
  'district',
  'province',
  'state',
  'city',
  'port',
  'airport',
  'gulf',
  'peninsula',
  'coast',
  'park',
  'bridge',
  'square',
  'harbour',
  'harbor',
  'township',
  'village',
])

/** The type of a name from its own words, or null when they do not tell ("Mensah" alone, before its full name). */
export function classifyName(tokens: readonly Token[], run: NameRun): MentionType | null {
  const words = tokens.slice(run.nameFrom, run.to)
  const phrase = words.map(token => token.lower).join(' ')
  const tags = GAZETTEER.get(phrase)
  if (run.nameFrom > run.from && words.length <= 4 && !words.some(isOrganisationWord)) return 'person'
  if (words.some(isOrganisationWord)) return 'organisation'
  if (hasTag(tags, ['Organization', 'SportsTeam'])) return 'organisation'
  if (hasTag(tags, PLACE_TAGS)) return 'place'
  if (hasTag(tags, ['Person'])) return 'person'
  const last = words.at(-1) as Token
  if (words.length > 1 && PLACE_WORDS.has(last.lower)) return 'place'
  const first = words[0] as Token
  if (words.length > 1 && hasTag(GAZETTEER.get(first.lower), FIRST_NAMES)) return 'person'
  if (words.length === 1 && /^(?:\p{Lu}\.?){2,}$/u.test(first.text))
    return /^(?:U\.S\.|US|UK|U\.K\.|UAE|EU)$/.test(first.text) ? 'place' : 'organisation'
  if (words.length > 1 && /^\p{Lu}\.$/u.test((words[1] as Token).text)) return 'person'
  return null
}

function hasTag(tags: ReadonlySet<GazetteerTag> | undefined, wanted: readonly GazetteerTag[]): boolean {
  return tags !== undefined && wanted.some(tag => tags.has(tag))
}
