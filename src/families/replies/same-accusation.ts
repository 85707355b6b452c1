import { bitsOf, TELLING } from '../wording/words/information.ts'
import { GAP, normaliseWords } from '../wording/words/normalise-words.ts'
import { rootOf } from './words.ts'

/** Days between two articles that may speak of one accusation. */
export const WINDOW_DAYS = 45
const DAY = 86_400_000
/** Words that tell something which two contents about one thing share, at least, and how much these tell together, in bits. */
const SHARED_WORDS = 2
const SHARED_BITS = 16

/**
 * Whether a name is whole enough to mean the same person or body in two articles: two words or more, each a name's. "Marar" and "the
 * company" are many people's.
 */
export function isFullName(accused: string): boolean {
  const words = accused.split(/\s+/)
  return (
    words.length >= 2 &&
    /^\p{Lu}/u.test(accused) &&
    !/^(?:The|A|An|His|Her|Its|Their) /.test(accused) &&
    words.every(isNamesWord)
  )
}

function isNamesWord(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) ||
    /^(?:of|de|da|van|von|der|den|bin|al|el|la|y|&|an|na|the|for|and)$/.test(word) ||
    /^\p{Lo}/u.test(word)
  )
}

/** Whether two times are near enough; nobody knows of a time that is missing. */
export function isWithinWindow(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= WINDOW_DAYS * DAY
}

/** What a content tells, by the roots of its words; the accused's own name tells nothing of what they are accused of. */
export type Told = ReadonlyMap<string, number>

export function readTold(content: string, accused: string): Told {
  const name = new Set(normaliseWords(accused).split(' ').map(rootOf))
  const told = new Map<string, number>()
  for (const word of normaliseWords(content).split(' ')) {
    if (word === GAP) continue
    const bits = bitsOf(word)
    const root = rootOf(word)
    if (bits >= TELLING && !name.has(root)) told.set(root, Math.max(bits, told.get(root) ?? 0))
  }
  return told
}

/** The words by which two contents are about one thing; null where they share too little. */
export function findSameThing(one: Told, other: Told): readonly string[] | null {
  const shared = [...one.keys()].filter(root => other.has(root))
  const bits = shared.reduce((sum, root) => sum + Math.min(one.get(root) ?? 0, other.get(root) ?? 0), 0)
  return shared.length >= SHARED_WORDS && bits >= SHARED_BITS ? shared.toSorted() : null
}
