import { SOURCE_TYPES, type SourceType } from '../../../src/domain/voice-labels.ts'
import { readWordList } from '../../word-list.ts'
import { type PhraseWord, phraseKey, singularOf } from './phrase-words.ts'

/*
 * What words say of a source's type. `role/`: what people are, in the singular. `open-role.txt`: what people are of every
 * type, whose type is that of the body they are of; a type behind a tab where the word alone mostly is that. `body/`: words
 * and names of bodies. `weak-body.txt`: those of them that others beside them overrule. `person/`: people whom articles name
 * without saying what they are; `surname.txt`: those who are known by that alone.
 */

/** A type that a list gives. */
export type ListedType = Exclude<SourceType, 'unknown'>

/** A phrase of a list, words `[from, to)`. */
export interface FoundPhrase {
  readonly from: number
  readonly to: number
}

export interface FoundRole extends FoundPhrase {
  /** Null where it is that of whom they belong to. */
  readonly type: ListedType | null
  readonly isOpen: boolean
  /** A newsroom's rule, or null. */
  readonly listedBy: string | null
}

export interface FoundBody extends FoundPhrase {
  readonly type: ListedType
  readonly isWeak: boolean
  readonly listedBy: string | null
}

export const LISTED_TYPES = SOURCE_TYPES.filter(type => type !== 'unknown')

/** No phrase of a list has more words. */
const MOST_WORDS = 6

/** Types that no word of the kind says. */
const WITHOUT_LIST: Readonly<Record<'role' | 'body' | 'person', readonly ListedType[]>> = {
  role: ['document', 'other'],
  body: ['family', 'resident', 'other'],
  person: ['student', 'resident', 'document', 'other'],
}
const ROLES = readTypes('role')
const BODIES = readTypes('body')
const PEOPLE = readTypes('person')
const OPEN_ROLES = readTabbed('open-role')
const WEAK_BODIES: ReadonlySet<string> = new Set(lines('weak-body').map(phraseKey))
/** Surnames by which alone everybody is known to mean one person. */
const SURNAMES = readTabbed('surname')

function lines(name: string): string[] {
  return [...readWordList(new URL(`../lexicon/${name}.txt`, import.meta.url))]
}

function readTypes(folder: 'role' | 'body' | 'person'): ReadonlyMap<string, ListedType> {
  const types = LISTED_TYPES.filter(type => !WITHOUT_LIST[folder].includes(type))
  return new Map(types.flatMap(type => lines(`${folder}/${type}`).map(one => [phraseKey(one), type] as const)))
}

/** Lines of a phrase, a tab and its type, or `-`. */
function readTabbed(name: string): ReadonlyMap<string, ListedType | null> {
  return new Map(
    lines(name).map(line => {
      const [phrase = '', type = ''] = line.split('\t')
      return [phraseKey(phrase), LISTED_TYPES.find(one => one === type) ?? null]
    }),
  )
}

/** The longest role that begins at a word, or null. */
export function roleAt(words: readonly PhraseWord[], from: number, end: number): FoundRole | null {
  const listed = listedAt(words, from, end)
  if (listed !== null) return { ...listed, isOpen: false }
  for (let to = Math.min(end, from + MOST_WORDS); to > from; to -= 1) {
    for (const key of keysAt(words, from, to)) {
      const open = OPEN_ROLES.get(key)
      if (open !== undefined) return { from, to, type: open, isOpen: true, listedBy: null }
      const type = ROLES.get(key)
      if (type !== undefined) return { from, to, type, isOpen: false, listedBy: null }
    }
  }
  return null
}

/** The longest word or name of a body that begins at a word, or null. */
export function bodyAt(words: readonly PhraseWord[], from: number, end: number): FoundBody | null {
  const listed = listedAt(words, from, end)
  if (listed !== null) return { ...listed, isWeak: false }
  for (let to = Math.min(end, from + MOST_WORDS); to > from; to -= 1) {
    for (const key of keysAt(words, from, to)) {
      const type = BODIES.get(key)
      if (type !== undefined) return { from, to, type, isWeak: WEAK_BODIES.has(key), listedBy: null }
    }
  }
  return null
}

/** Seats and their governments, which are spoken of by them ("Washington said"), in small letters. */
const SEATS: ReadonlySet<string> = new Set(
  [...readWordList(new URL('../../sources/lexicon/seats-of-government.txt', import.meta.url))].map(
    line => line.split('\t')[0] as string,
  ),
)

export function isSeatOfGovernment(name: string): boolean {
  return SEATS.has(name.toLowerCase())
}

/** What somebody of the name is known as; `isSurname` where only the surname is. */
export function typeOfName(name: string): { readonly type: ListedType; readonly isSurname: boolean } | null {
  const words = phraseKey(name)
    .split(' ')
    .filter(word => word.length > 1)
  for (let from = 0; from < words.length; from += 1) {
    const type = PEOPLE_BY_NAME.get(words.slice(from).join(' '))
    if (type !== undefined) return { type, isSurname: false }
  }
  const last = words.length === 1 ? SURNAMES.get(words[0] as string) : undefined
  return last == null ? null : { type: last, isSurname: true }
}

const PEOPLE_BY_NAME: ReadonlyMap<string, ListedType> = new Map(
  [...PEOPLE].map(([name, type]) => [withoutInitials(name), type]),
)

function withoutInitials(name: string): string {
  return name
    .split(' ')
    .filter(word => word.length > 1)
    .join(' ')
}

/** The words as they are, and with the last in the singular. */
function keysAt(words: readonly PhraseWord[], from: number, to: number): string[] {
  const keys: string[] = []
  for (let i = from; i < to; i += 1) {
    const { key } = words[i] as PhraseWord
    if (key === '') return []
    keys.push(key)
  }
  const whole = keys.join(' ')
  const last = keys.pop() as string
  const singular = singularOf(last)
  return singular === last ? [whole] : [whole, [...keys, singular].join(' ')]
}

/** Words that a newsroom's rules put on a list of a type. */
function listedAt(
  words: readonly PhraseWord[],
  from: number,
  end: number,
): (FoundPhrase & { readonly type: ListedType; readonly listedBy: string }) | null {
  const listed = words[from]?.listed
  if (listed === undefined) return null
  for (const type of LISTED_TYPES) {
    const rule = listed[`type:${type}`]
    if (rule === undefined) continue
    let to = from + 1
    while (to < end && words[to]?.listed?.[`type:${type}`] === rule) to += 1
    return { from, to, type, listedBy: rule }
  }
  return null
}
