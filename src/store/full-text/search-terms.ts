import { wordsOf } from './words.ts'

/** Words that must stand one after another; the last of them may be only the beginning of one. */
export interface SearchTerm {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

/** A term as it was typed. */
export interface TypedTerm {
  readonly text: string
  readonly isPrefix: boolean
}

/**
 * A search as people type it: every word must occur, `"several words"` must occur together, `word*` matches what
 * begins so. Anything else is taken as words, so that no input is an error. What is typed again is asked once.
 */
export function readSearch(search: string): TypedTerm[] {
  const terms = new Map<string, TypedTerm>()
  // A query of FTS5 ends at its first NUL.
  for (const [, phrase, word = ''] of search.replaceAll('\0', ' ').matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const text = phrase ?? word.replace(/\*+$/, '')
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const isPrefix = phrase === undefined && word.endsWith('*')
    terms.set(`${text}${isPrefix ? '*' : '"'}`, { text, isPrefix })
  }
  return [...terms.values()]
}

/** The terms of a search as words are kept. None when nothing can be found. */
export function searchTerms(search: string): SearchTerm[] {
  return readSearch(search)
    .map(({ text, isPrefix }) => ({ words: wordsOf(text).map(({ folded }) => folded), isPrefix }))
    .filter(({ words }) => words.length > 0)
}
