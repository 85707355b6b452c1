import type { Token } from '../../src/domain/layers.ts'
import { readWordList } from '../word-list.ts'

export type Phrase = readonly string[]

/** A list of `polarity/`, one phrase of lemmas or words a line. */
export const phrasesOf = (name: string): Phrase[] =>
  [...readWordList(new URL(`./polarity/${name}.txt`, import.meta.url))].map(phrase => phrase.split(' '))

/** What denies the verb that it stands before; "n't" has the lemma "not". */
export const NEGATION: ReadonlySet<string> = new Set(['not', 'never', 'neither', 'nor'])
/** What denies inside a cue: "said **nothing** of", "made **no** mention of". */
export const NEGATION_INSIDE: ReadonlySet<string> = new Set([...NEGATION, 'no', 'nothing'])
/** Phrases that hold a negation and deny nothing: "not only said", "made no secret of", "no sooner had she said". */
export const AFFIRMING = phrasesOf('affirming')

export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && NEGATION.has(token.lemma)
}

/** Whether one of the phrases goes over a word. */
export function covers(words: readonly Token[], at: number, phrases: readonly Phrase[]): boolean {
  return phrases.some(phrase => phrase.some((_, k) => at - k >= 0 && matches(words, at - k, phrase)))
}

export function matches(words: readonly Token[], at: number, phrase: Phrase): boolean {
  return phrase.every((word, k) => words[at + k]?.lemma === word || words[at + k]?.lower === word)
}
