import type { Token } from '../../src/domain/layers.ts'
import { type Gender, genderOfFirstName, genderOfPronoun, genderOfWord } from '../words/gender.ts'

/** What words that refer to somebody are. Training used their order. */
export const KINDS = ['person', 'place', 'organisation', 'somebody', 'body', 'he', 'she', 'they', 'it'] as const
export type Kind = (typeof KINDS)[number]

/** Pronouns by their words in lower case. */
const PRONOUNS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...['he', 'him', 'his', 'himself'].map(word => [word, 'he'] as const),
  ...['she', 'her', 'hers', 'herself'].map(word => [word, 'she'] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map(word => [word, 'they'] as const),
  ...['it', 'its', 'itself'].map(word => [word, 'it'] as const),
])

/** Tokens `[from, to)` that refer to somebody or something: a name, a description ("the spokeswoman") or a pronoun. */
export interface Referring {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

/** A {@link Referring} with what pairs are compared by. */
export interface Reference extends Referring {
  /** Its words in lower case, without marks and without what only joins them. */
  readonly words: readonly string[]
  /** Whether it is one word of capitals: "UN", "U.N.". */
  readonly isInitials: boolean
  /** What its words or the title before it tell, or null. */
  readonly gender: Gender | null
}

/** The kind of a pronoun (lower case), or null for any other word. */
export function kindOfPronoun(word: string): Kind | null {
  return PRONOUNS.get(word) ?? null
}

export function isName(kind: Kind): boolean {
  return kind === 'person' || kind === 'place' || kind === 'organisation'
}

export function isPronoun(kind: Kind): boolean {
  return kind === 'he' || kind === 'she' || kind === 'they' || kind === 'it'
}

const INITIALS = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,5})$/u

/** Whether a word is made of initials; a surname in capitals may look the same. */
export function isMadeOfInitials(word: string): boolean {
  return INITIALS.test(word)
}

const JOINING: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'in', "'s", '’s', 's'])
/** A title stands so many tokens before a name at most ("Mr. Justice"). */
const TITLE_BEFORE = 3

/** Reads what a reference is compared by. */
export function readReference(tokens: readonly Token[], { kind, from, to }: Referring): Reference {
  const words: string[] = []
  for (let i = from; i < to; i += 1) {
    const { lower } = tokens[i] as Token
    if (/[\p{L}\p{N}]/u.test(lower) && !JOINING.has(lower))
      words.push(lower.endsWith('.') ? lower.replaceAll('.', '') : lower)
  }
  const isInitials =
    words.length === 1 && isName(kind) && tokens.slice(from, to).some(({ text }) => INITIALS.test(text))
  return { kind, from, to, words, isInitials, gender: genderOf(tokens, kind, from, words) }
}

function genderOf(tokens: readonly Token[], kind: Kind, from: number, words: readonly string[]): Gender | null {
  if (isPronoun(kind)) return genderOfPronoun(words[0] ?? '')
  if (kind === 'somebody') return genderOfAny(words)
  if (kind !== 'person') return null
  const sentence = tokens[from]?.sentence
  for (let i = from - 1; i >= Math.max(0, from - TITLE_BEFORE) && tokens[i]?.sentence === sentence; i -= 1) {
    const { lower, pos } = tokens[i] as Token
    if (pos !== 'PROPN' && pos !== 'NOUN') break
    const gender = genderOfWord(lower)
    if (gender !== null) return gender
  }
  // A word alone may be a surname.
  return genderOfWord(words[0] ?? '') ?? (words.length > 1 ? genderOfFirstName(words[0] as string) : null)
}

function genderOfAny(words: readonly string[]): Gender | null {
  for (const word of words.toReversed()) {
    const gender = genderOfWord(word)
    if (gender !== null) return gender
  }
  return null
}
