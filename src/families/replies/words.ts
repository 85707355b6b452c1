import { WRONGDOING } from '../../../pipeline/words/party-words.ts'

const BY_FIRST_WORD: ReadonlyMap<string, readonly { readonly kind: string; readonly words: readonly string[] }[]> =
  byFirstWord()

/** What the words from `at` on say is wrong to do, and how many words say it; null where they do not. */
export function wrongdoingAt(
  roots: readonly string[],
  at: number,
): { readonly kind: string; readonly length: number } | null {
  let best: { kind: string; length: number } | null = null
  for (const { kind, words } of BY_FIRST_WORD.get(roots[at] as string) ?? []) {
    const length = matchInOrder(roots, at, words, kind === 'charged' ? 0 : MOST_BETWEEN)
    if (length !== null && length > (best?.length ?? 0)) best = { kind, length }
  }
  return best
}

/** Words of a phrase may have others between them: "burned his papers". */
const MOST_BETWEEN = 3

function matchInOrder(roots: readonly string[], at: number, words: readonly string[], most: number): number | null {
  let place = at
  for (const word of words.slice(1)) {
    const found = roots.slice(place + 1, place + 2 + most).indexOf(word)
    if (found === -1) return null
    place += found + 1
  }
  return place - at + 1
}

function byFirstWord() {
  const byFirst = new Map<string, { kind: string; words: readonly string[] }[]>()
  for (const { kind, phrase } of WRONGDOING) {
    const words = phrase.split(' ').map(rootOf)
    const first = words[0] as string
    byFirst.set(first, [...(byFirst.get(first) ?? []), { kind, words }])
  }
  return byFirst
}

/**
 * A word without its endings, so that "falsified" and "falsifying" are one: rough, and only for telling forms of a word from others.
 *
 * @example
 * rootOf('robbed') === rootOf('robbing') // → true
 */
export function rootOf(word: string): string {
  let root = word
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .replace(/(?:ies|ied)$/u, 'y')
  if (root.length > 4) root = root.replace(/(?:ings?|ed)$/u, '')
  if (root.length > 3) root = root.replace(/(?<=[sxz]|ch|sh)es$/u, '').replace(/(?<![su])s$/u, '')
  root = root.replace(/([bdgmnprt])\1$/u, '$1')
  return root.length > 3 ? root.replace(/e$/u, '') : root
}

/** Words of a text. */
export const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu

/** “**They** licensed …”: a content that begins with a pronoun. */
export const BEGINS_WITH_PRONOUN = /^(?:that\s+)?["“'‘]*(they|he|she|it)\b/iu

export function countWords(words: string): number {
  return words.match(WORD)?.length ?? 0
}
