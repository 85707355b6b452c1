import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPlain } from '../../../src/quote/text/plain-words.ts'
import type { Chance } from './chance.ts'
import { nameOf, placeOf } from './grammar.ts'
import type { Half } from './words.ts'

const CORPUS = join(import.meta.dirname, '../../../corpus')

/** A sentence needs so many words that can be others, and not many besides. */
const LEAST_TELLING = 4
const MOST_WORDS = 30

interface GoldFile {
  readonly article: string
  readonly claims: readonly { readonly content: readonly { readonly text: string }[] }[]
}

/** Contents of the sample articles of one half, and the words that stand in them. */
export interface CorpusTalk {
  readonly sentences: readonly (readonly string[])[]
  /** Telling words by their last two letters, so that one stands where another of its form stood. */
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly all: readonly string[]
}

/** Of every second article in the order of names. */
export function readTalk(names: readonly string[], half: Half): CorpusTalk {
  const sentences: string[][] = []
  const words = new Map<string, Set<string>>()
  for (const [index, name] of names.toSorted().entries()) {
    const gold: GoldFile = JSON.parse(readFileSync(join(CORPUS, 'gold', name), 'utf8'))
    for (const { content } of gold.claims) {
      const said = content
        .map(({ text }) => text.replace(/[“”"«»‘’']/g, '').replace(/[.,;:!?]+$/, ''))
        .join(' ')
        .split(/\s+/)
      // Words serve both halves, sentences one.
      for (const word of said)
        if (isTelling(word)) words.set(formOf(word), (words.get(formOf(word)) ?? new Set()).add(word))
      if (
        said.filter(isTelling).length >= LEAST_TELLING &&
        said.length <= MOST_WORDS &&
        index % 2 === (half === 'shown' ? 0 : 1)
      )
        sentences.push(said)
    }
  }
  return {
    sentences,
    words: new Map([...words].map(([form, all]) => [form, [...all]])),
    all: [...words.values()].flatMap(all => [...all]),
  }
}

/** A sentence with the bones of one of the corpus: nearly all that tells something is other words of the same form, so that it is said once. */
export function sayLikeCorpus({ sentences, words, all }: CorpusTalk, chance: Chance, half: Half): string {
  const said = chance.pick(sentences).map((word, index) => {
    if (/^\p{Lu}\p{Ll}{2,}$/u.test(word) && index > 0)
      return chance.happens(50) ? placeOf(chance) : nameOf(chance, half)
    if (/^\d[\d,]*$/.test(word)) return String(chance.between(2, 9_999))
    if (!isTelling(word) || chance.happens(8)) return word
    const alike = words.get(formOf(word)) ?? []
    return chance.pick(alike.length > 20 ? alike : all)
  })
  const [first = '', ...others] = said
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ')
}

function isTelling(word: string): boolean {
  return /^[a-z-]{3,}$/.test(word) && !isPlain(word)
}

function formOf(word: string): string {
  return word.slice(-2)
}
