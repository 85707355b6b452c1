import { bitsOf } from './information.ts'
import { keyOf } from './word-key.ts'

/** What is to be known of a word wherever it stands. */
export interface WordFacts {
  /** The same string for every word that is the same, so that the words of very many wordings lie in memory once. */
  readonly word: string
  /** See `keyOf`; the same string for every word that has it. */
  readonly key: string
  /** See `bitsOf`. */
  readonly bits: number
}

/** Texts are made of the same words over and over again; beyond so many different ones what is kept is begun anew. */
const MOST_KEPT = 100_000

const KEPT = new Map<string, WordFacts>()
const KEYS = new Map<string, string>()

/** A function of the word alone; what was told once is kept. */
export function factsOf(word: string): WordFacts {
  const kept = KEPT.get(word)
  if (kept !== undefined) return kept
  if (KEPT.size >= MOST_KEPT) {
    KEPT.clear()
    KEYS.clear()
  }
  const key = keyOf(word)
  const facts = { word, key: KEYS.get(key) ?? key, bits: bitsOf(word) }
  KEYS.set(facts.key, facts.key)
  KEPT.set(word, facts)
  return facts
}
