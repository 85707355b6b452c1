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

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== 1 || long.length < 2) return false
  const letters = (short[0] as string).replaceAll('.', '')
  return letters.length === long.length && long.every((word, i) => word.startsWith(letters[i] as string))
}
