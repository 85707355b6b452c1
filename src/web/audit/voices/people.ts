import { SOURCE_KINDS } from '../../../domain/labels.ts'
import { GENDERS, type Gender, SOURCE_TYPES, type SourceType } from '../../../domain/voice-labels.ts'
import { NONE, type VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import { isInOlder } from '../../../voices/select-voices.ts'

const PERSON = SOURCE_KINDS.indexOf('person')

/** Somebody across articles. */
export interface Person {
  readonly name: string
  /** Index of its first voice in the order of the columns, by whose id it is addressed. */
  readonly voice: number
  readonly articles: number
  readonly claims: number
  readonly quotedWords: number
  /** What articles say, `unknown` only where none says anything; in the order of the labels. */
  readonly genders: readonly Gender[]
  readonly types: readonly SourceType[]
}

/** Counted once for each state of the columns: of the newest versions of articles, and of all. */
const counted = {
  newest: new WeakMap<VoiceColumns, readonly Person[]>(),
  all: new WeakMap<VoiceColumns, readonly Person[]>(),
}

/** All people of the columns, those who say most first. */
function countPeople(columns: VoiceColumns, allVersions: boolean): readonly Person[] {
  const known = counted[allVersions ? 'all' : 'newest']
  const people = known.get(columns) ?? count(columns, allVersions)
  known.set(columns, people)
  return people
}

function count(columns: VoiceColumns, allVersions: boolean): Person[] {
  const { speaker, speakers, kind, name, article, claims, quotedWords, gender, type, length } = columns
  const numbers = () => new Uint32Array(speakers)
  const totals = {
    first: numbers().fill(NONE),
    last: numbers().fill(NONE),
    articles: numbers(),
    claims: numbers(),
    words: numbers(),
  }
  /** A bit a label. */
  const labels = { gender: numbers(), type: numbers() }
  for (let voice = 0; voice < length; voice++) {
    const who = speaker[voice] as number
    if (who === NONE || kind[voice] !== PERSON) continue
    if (!allVersions && isInOlder(columns, voice)) continue
    if (totals.first[who] === NONE) totals.first[who] = voice
    // Columns stand in the order of their articles; an editor may have said that two voices of one are the same person.
    if (totals.last[who] !== article[voice]) totals.articles[who] = (totals.articles[who] as number) + 1
    totals.last[who] = article[voice] as number
    totals.claims[who] = (totals.claims[who] as number) + (claims[voice] as number)
    totals.words[who] = (totals.words[who] as number) + (quotedWords[voice] as number)
    labels.gender[who] = (labels.gender[who] as number) | (1 << (gender[voice] as number))
    labels.type[who] = (labels.type[who] as number) | (1 << (type[voice] as number))
  }
  const people: Person[] = []
  for (let who = 0; who < speakers; who++) {
    const voice = totals.first[who] as number
    if (voice === NONE) continue
    people.push({
      name: name.texts[name.number[voice] as number] ?? '',
      voice,
      articles: totals.articles[who] as number,
      claims: totals.claims[who] as number,
      quotedWords: totals.words[who] as number,
      genders: labelsIn(GENDERS, labels.gender[who] as number),
      types: labelsIn(SOURCE_TYPES, labels.type[who] as number),
    })
  }
  return people.sort((a, b) => b.claims - a.claims || b.articles - a.articles || (a.name < b.name ? -1 : 1))
}

export interface PeopleAsked {
  /** Words of the name. */
  readonly q?: string | undefined
  readonly gender?: Gender | undefined
  readonly type?: SourceType | undefined
  /** Whether people count in every text; otherwise in the newest version of each article alone. */
  readonly versions?: 'newest' | 'all' | undefined
}

/** Those who are asked for, who say most first. */
export function choosePeople(columns: VoiceColumns, { q, gender, type, versions }: PeopleAsked): Person[] {
  const wanted = q?.toLowerCase()
  return countPeople(columns, versions === 'all').filter(
    ({ name, genders, types }) =>
      (wanted === undefined || name.toLowerCase().includes(wanted)) &&
      (gender === undefined || genders.includes(gender)) &&
      (type === undefined || types.includes(type)),
  )
}

/** The person of the voice at an index; null where it is of none. A voice of an older version is shown with all versions. */
export function personOf(columns: VoiceColumns, index: number, allVersions: boolean): Person | null {
  const who = columns.speaker[index]
  if (who === undefined || who === NONE) return null
  return countPeople(columns, allVersions).find(({ voice }) => columns.speaker[voice] === who) ?? null
}

/** Whether all versions are shown of whom a voice is: where that is asked for, and where the voice is of an older one. */
export function showsAllVersions(columns: VoiceColumns, index: number, isAsked: boolean): boolean {
  return isAsked || isInOlder(columns, index)
}

/** Of the voices of a person those in the newest version of each article. */
export function inNewest(columns: VoiceColumns, voices: readonly number[]): number[] {
  return voices.filter(voice => !isInOlder(columns, voice))
}

/** Voices by when their articles appeared, those without a date last. */
export function newestFirst({ articles, article }: VoiceColumns, voices: readonly number[]): number[] {
  const published = (voice: number) => {
    const at = articles.published[article[voice] as number] as number
    return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at
  }
  // Two of nothing differ by NaN.
  return voices.toSorted((a, b) => (published(a) === published(b) ? a - b : published(b) - published(a)))
}

/** The labels of which the bits are set; `unknown` only by itself. */
function labelsIn<Label extends string>(labels: readonly Label[], bits: number): Label[] {
  const found = labels.filter((_, bit) => (bits & (1 << bit)) !== 0)
  return found.length > 1 ? found.filter(label => label !== 'unknown') : found
}

/** The voices of whoever the voice at an index is, in the order of the columns; the voice alone where it has no name. */
export function voicesOfPerson({ speaker, length }: VoiceColumns, index: number): number[] {
  const who = speaker[index] as number
  if (who === NONE) return [index]
  const voices: number[] = []
  for (let voice = 0; voice < length; voice++) if (speaker[voice] === who) voices.push(voice)
  return voices
}
