import type { SourceKind } from '../../domain/labels.ts'
import { ALL_TITLES } from '../../domain/text/name-titles.ts'
import type { ArchivedSource } from '../archive.ts'
import type { SpeakerAgreement } from '../quotation-check.ts'

const LINKS = new Set(['the', 'of', 'and', 'for', 'a', 'an'])
/** So many given names may stand behind a surname and a comma. */
const MOST_GIVEN = 3
/** Names that only say who was named before. */
const PRONOUNS = new Set('he she they it we i you one who him her them'.split(' '))
/** Stand behind names. */
const ENDINGS = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'mp', 'phd', 'md', 'esq'])

/**
 * Whether who is said to say something is who says it there.
 *
 * A name agrees with its parts ("Lee", "Ms Lee", "A. Lee", "Lee, Ann" and "Ann Lee") and a body with its initials ("WHO"). Two names that
 * share nothing, or differ in a given name, contradict each other, unless one is a person's and the other a body's, which
 * that person may speak for. Roles, pronouns and sources without a name leave it open.
 *
 * @param kind of who is said to say it, where that is known
 */
export function compareSpeakers(by: string, source: ArchivedSource | null, kind: SourceKind | null): SpeakerAgreement {
  if (source === null) return 'open'
  const stored = source.name ?? source.text
  if (stored === null) return 'open'
  if (fold(stored) === fold(by)) return 'agrees'
  if (source.naming !== 'named') return 'open'
  if (isInitials(by, stored) || isInitials(stored, by)) return 'agrees'
  const [asked, named] = [partsOf(inReadingOrder(by)), partsOf(inReadingOrder(stored))]
  if (asked.length === 0 || named.length === 0) return 'open'
  if (isPartOf(asked, named) || isPartOf(named, asked)) return 'agrees'
  if (isRole(by) && kind === null) return 'open'
  // Who speaks for a body may be said to be that body.
  if (source.affiliation !== null && sharesWord(asked, partsOf(source.affiliation))) return 'open'
  const [isBody, isNamedBody] = [isBodyKind(kind), isBodyKind(source.kind)]
  if (kind === null) return source.kind === 'person' || sharesWord(asked, named) ? 'differs' : 'open'
  if (isBody !== isNamedBody || kind === 'unknown' || source.kind === 'unknown' || source.kind === null) return 'open'
  return 'differs'
}

function isBodyKind(kind: SourceKind | null): boolean {
  return kind !== null && kind !== 'person' && kind !== 'unknown'
}

/** The parts of a name in small letters, without titles before it. */
function partsOf(name: string): string[] {
  const words = fold(name)
    .split(/[^\p{L}\p{M}\p{N}'&]+/u)
    .map(word => word.replace(/'s$/, ''))
    .filter(word => word !== '' && !PRONOUNS.has(word) && !ENDINGS.has(word) && !LINKS.has(word))
  const first = words.findIndex((word, index) => !ALL_TITLES.has(word) || index === words.length - 1)
  return words.slice(Math.max(0, first))
}

/** "Marchetti, Jo" as "Jo Marchetti"; what stands behind a comma may also be a title or an ending, which is no given name. */
function inReadingOrder(name: string): string {
  const [surname = '', given = '', ...others] = name.split(',').map(part => part.trim())
  if (surname === '' || !/^\p{Lu}/u.test(given) || given.split(/\s+/).length > MOST_GIVEN) return name
  const words = partsOf(given)
  if (words.length === 0 || words.some(word => ALL_TITLES.has(word))) return name
  return [given, surname, ...others].join(' ')
}

/** "the mayor", "Officials of": no name in it. */
function isRole(by: string): boolean {
  const words = by.trim().replace(/^(?:the|a|an|one|two|some) /i, '')
  return words === words.toLowerCase() || (words !== by.trim() && !/\p{Lu}/u.test(words))
}

/** Whether every part of one name stands in the other, in its order; initials stand for a part that begins so. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  let from = 0
  let isByName = false
  for (const word of part) {
    const at = whole.findIndex((other, index) => index >= from && matches(word, other))
    if (at < 0) return false
    if (word.length > 1 && (whole[at] as string).length > 1) isByName = true
    from = at + 1
  }
  return isByName
}

function matches(word: string, other: string): boolean {
  if (word === other) return true
  return (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))
}

function sharesWord(one: readonly string[], other: readonly string[]): boolean {
  return one.some(word => other.includes(word))
}

/** "WHO" for "World Health Organization", "U.N." for "United Nations". */
function isInitials(short: string, name: string): boolean {
  const letters = short.replace(/[.\s]|^the /gi, '')
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false
  const words = name.split(/[\s-]+/).filter(word => /^\p{Lu}/u.test(word))
  return words.length > 1 && words.map(word => word.charAt(0)).join('') === letters
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '')
}

/** Those come first with whom who is said to say it agrees. */
export function rankOf(speaker: SpeakerAgreement): number {
  return { agrees: 0, 'not-asked': 0, open: 1, differs: 2 }[speaker]
}
