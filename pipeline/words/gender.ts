import { GAZETTEER } from '../../src/nlp/gazetteer.ts'
import { readWordList } from '../word-list.ts'

/** What a single word can say. */
export type Gender = 'woman' | 'man'

/** Nouns and titles; who is listed with both is a woman. */
const GENDER_BY_WORD: ReadonlyMap<string, Gender> = new Map([
  ...[...readWordList(new URL('../lexicon/male.txt', import.meta.url))].map(word => [word, 'man'] as const),
  ...[...readWordList(new URL('../lexicon/female.txt', import.meta.url))].map(word => [word, 'woman'] as const),
])
/** First names that compromise does not list. */
const FEMALE_NAMES = readWordList(new URL('../lexicon/female-name.txt', import.meta.url))
const MALE_NAMES = readWordList(new URL('../lexicon/male-name.txt', import.meta.url))
// A map: asking an object for any word of the article is many times as slow.
const GENDER_BY_PRONOUN: ReadonlyMap<string, Gender> = new Map([
  ['he', 'man'],
  ['him', 'man'],
  ['his', 'man'],
  ['himself', 'man'],
  ['she', 'woman'],
  ['her', 'woman'],
  ['hers', 'woman'],
  ['herself', 'woman'],
])

const SMALL_H = 0x68
const SMALL_S = 0x73

/** The gender that a pronoun says, or null ("they", "it"). Lower case. */
export function genderOfPronoun(pronoun: string): Gender | null {
  // Every word of an article is asked, and few begin like one.
  const initial = pronoun.charCodeAt(0)
  if (initial !== SMALL_H && initial !== SMALL_S) return null
  return GENDER_BY_PRONOUN.get(pronoun) ?? null
}

/** The gender that a noun or title says ("spokeswoman", "Mr."), or null. Lower case. */
export function genderOfWord(word: string): Gender | null {
  return GENDER_BY_WORD.get(word.endsWith('.') ? word.slice(0, -1) : word) ?? null
}

/** The gender that a first name is listed with, or null when it is listed with both or not at all. Lower case. */
export function genderOfFirstName(word: string): Gender | null {
  const tags = GAZETTEER.get(word)
  const female = FEMALE_NAMES.has(word) || tags?.has('FemaleName') === true
  const male = MALE_NAMES.has(word) || tags?.has('MaleName') === true
  return female === male ? null : female ? 'woman' : 'man'
}
