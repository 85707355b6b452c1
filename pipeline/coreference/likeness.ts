import { isOrganisationWord, isRoleWord, isTitle } from '../word-classes.ts'
import { isName, type Reference } from './reference.ts'

/** How alike the words of two references are. Training used these numbers. */
export const LIKENESSES = {
  none: 0,
  equal: 1,
  /** "Smith", "John Smith". */
  sameLast: 2,
  /** All words of one stand in the other. */
  part: 3,
  /** "WHO", "World Health Organization". */
  acronym: 4,
  /** "John", "John Smith". */
  sameFirst: 5,
  shared: 6,
  sameDescription: 7,
  /** "the tall woman", "the woman". */
  sameHead: 8,
} as const
export type Likeness = (typeof LIKENESSES)[keyof typeof LIKENESSES]

/** Letters that a shared word has at least. */
const LONG = 3

export function likenessOf(one: Reference, other: Reference): Likeness {
  const [a, b] = [one.words, other.words]
  if (a.length === 0 || b.length === 0) return LIKENESSES.none
  if (!isName(one.kind) || !isName(other.kind)) {
    if (one.kind !== other.kind) return LIKENESSES.none
    if (a.length === b.length && a.every((word, i) => word === b[i])) return LIKENESSES.sameDescription
    return a.at(-1) === b.at(-1) ? LIKENESSES.sameHead : LIKENESSES.none
  }
  if (a.length === b.length && a.every((word, i) => word === b[i])) return LIKENESSES.equal
  if (a.at(-1) === b.at(-1)) return LIKENESSES.sameLast
  if (a.every(word => b.includes(word)) || b.every(word => a.includes(word))) {
    return a[0] === b[0] ? LIKENESSES.sameFirst : LIKENESSES.part
  }
  if (isAcronym(a, b) || isAcronym(b, a)) return LIKENESSES.acronym
  if (a[0] === b[0]) return LIKENESSES.sameFirst
  return a.some(word => word.length >= LONG && b.includes(word)) ? LIKENESSES.shared : LIKENESSES.none
}

/**
 * Names that share a word and are two's: "Ida Tarn", "Una Tarn", "Ida Quist", of whom neither first nor last names are the same;
 * "North Vale" and "South Vale", "Supreme Court" and "Court of Appeals", of which neither is short for the other.
 */
export function areNamesakes(one: Reference, other: Reference): boolean {
  if (one.kind !== other.kind) return false
  return one.kind === 'person' ? areOtherPeople(one, other) : areOtherBodies(one, other)
}

function areOtherBodies(one: Reference, other: Reference): boolean {
  if (likenessOf(one, other) === LIKENESSES.acronym) return false
  const [a, b] = [inFull(one.words), inFull(other.words)]
  if (isInitialsOf(one, other) || isInitialsOf(other, one)) return true
  if (holds(a, b) || holds(b, a)) return false
  const shared = a.filter(word => b.includes(word))
  return shared.length > 0 && ((a.length > 1 && b.length > 1) || shared.every(isOfManyBodies))
}

/** "RT" and "RT America", "UN" and "UN Security Council": initials alone are the whole name of one body, and open another's. */
function isInitialsOf({ isInitials, words: [short] }: Reference, { words }: Reference): boolean {
  return isInitials && words.length > 1 && words[0] === short
}

function areOtherPeople(one: Reference, other: Reference): boolean {
  const [a, b] = [nameAlone(one.words), nameAlone(other.words)]
  if (a.length < 2 || b.length < 2 || holds(a, b) || holds(b, a)) return false
  const [first, otherFirst] = [a[0] as string, b[0] as string]
  return a.at(-1) !== b.at(-1) || !(first.startsWith(otherFirst) || otherFirst.startsWith(first))
}

/** "US Congress" is the "United States Congress". */
function inFull(words: readonly string[]): readonly string[] {
  return words.flatMap(word => {
    return /^(?:us|usa|u\.s\.?)$/.test(word) ? ['united', 'states'] : /^uk$/.test(word) ? ['united', 'kingdom'] : [word]
  })
}

function isOfManyBodies(word: string): boolean {
  return isOrganisationWord({ lower: word, lemma: word })
}

function holds(words: readonly string[], others: readonly string[]): boolean {
  return others.every(word => words.includes(word))
}

/** What stands behind names: "Charles III", "Ann Lee Jr.". */
const BEHIND = /^(?:i{1,3}|iv|vi{0,3}|jr|sr)$/

function nameAlone(words: readonly string[]): readonly string[] {
  return withoutTitles(words).filter((word, i) => i === 0 || !BEHIND.test(word))
}

/** A name's words without the titles and roles that it begins with, if anything is left; upper or lower case. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const start = words.findIndex(word => !isTitle(word.toLowerCase()) && !isRoleWord(word.toLowerCase()))
  return start < 0 ? words : words.slice(start)
}

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== 1 || long.length < 2) return false
  const letters = (short[0] as string).replaceAll('.', '')
  return letters.length === long.length && long.every((word, i) => word.startsWith(letters[i] as string))
}
