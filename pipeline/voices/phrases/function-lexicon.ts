import type { Span } from '../../../src/domain/span.ts'
import type { VoiceFunction } from '../../../src/domain/voice-labels.ts'
import { readWordList } from '../../word-list.ts'
import { endsNounPhrase, type PhraseWord, phraseKey, singularOf } from './phrase-words.ts'

/*
 * Words that say what a source is in an article for. `function/NAME.txt`: what people are called, in the singular;
 * `function/NAME-phrase.txt`: how they begin to tell of what they saw or live through.
 */

type KnownFunction = Exclude<VoiceFunction, 'unknown'>

export interface FoundFunction {
  readonly value: KnownFunction
  readonly span: Span | null
  readonly words: string
}

const MOST_WORDS = 5

const ROLES = readAll('', ['subject', 'spokesperson', 'expert', 'experience', 'witness', 'opinion'])
const PHRASES = readAll('-phrase', ['witness', 'experience'])

/** Offices whose holders speak for a company; who only trades speaks for nobody else. */
const OFFICES: ReadonlySet<string> = new Set(
  [...readWordList(new URL('../lexicon/office-of-body.txt', import.meta.url))].map(phraseKey),
)

/** Whether the words for somebody hold an office of a body. */
export function holdsOffice(words: readonly PhraseWord[]): boolean {
  return words.some((_, from) =>
    [1, 2, 3].some(length => {
      const keys = words.slice(from, from + length).map(({ key }) => key)
      return OFFICES.has([...keys.slice(0, -1), singularOf(keys.at(-1) ?? '')].join(' '))
    }),
  )
}

function readAll(ending: string, values: readonly KnownFunction[]): ReadonlyMap<string, KnownFunction> {
  return new Map(
    values.flatMap(value =>
      [...readWordList(new URL(`../lexicon/function/${value}${ending}.txt`, import.meta.url))].map(
        line => [phraseKey(line), value] as const,
      ),
    ),
  )
}

/**
 * Every function that the words for somebody say, the longest phrase at each place that begins before whom they are of: a "director
 * of the Refugee Council" is no refugee.
 */
export function findFunctionRole(words: readonly PhraseWord[]): FoundFunction[] {
  const found: FoundFunction[] = []
  for (let from = 0; from < words.length; from += 1) {
    const one = at(words, from, ROLES)
    if (one === null) {
      if (from > 0 && endsNounPhrase(words[from] as PhraseWord)) break
      continue
    }
    found.push(one.found)
    from = one.to - 1
  }
  return found
}

/** The first phrase by which somebody tells of what they saw or live through, or null. */
export function findFunctionPhrase(words: readonly PhraseWord[]): FoundFunction | null {
  for (let from = 0; from < words.length; from += 1) {
    const one = at(words, from, PHRASES)
    if (one !== null) return one.found
  }
  return null
}

function at(
  words: readonly PhraseWord[],
  from: number,
  list: ReadonlyMap<string, KnownFunction>,
): { readonly found: FoundFunction; readonly to: number } | null {
  for (let to = Math.min(words.length, from + MOST_WORDS); to > from; to -= 1) {
    const keys = words.slice(from, to).map(({ key }) => key)
    if (keys.includes('')) continue
    const value =
      list.get(keys.join(' ')) ?? list.get([...keys.slice(0, -1), singularOf(keys.at(-1) as string)].join(' '))
    if (value === undefined) continue
    const [first, last] = [words[from]?.span ?? null, words[to - 1]?.span ?? null]
    const span = first === null || last === null ? null : { start: first.start, end: last.end }
    return { found: { value, span, words: keys.join(' ') }, to }
  }
  return null
}
