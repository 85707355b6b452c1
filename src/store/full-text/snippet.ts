import { type SearchTerm, searchTerms } from './search-terms.ts'
import { type Word, wordsOf } from './words.ts'

/** Stand before and after each word found; noncharacters, which no article's text should hold. */
export const FOUND = { start: '\ufdd0', end: '\ufdd1' } as const

const WORDS_SHOWN = 48

/** A term found in a text, by places among its words. */
interface Hit {
  readonly term: number
  readonly from: number
  readonly to: number
}

/**
 * The part of a text that shows best what a search found in it, each hit between `FOUND` marks, in the way of FTS5's
 * `snippet`: as many different terms as fit, rather from the beginning of a sentence.
 */
export function makeSnippet(text: string, search: string): string {
  const words = wordsOf(text)
  const hits = findHits(words, searchTerms(search))
  const first = chooseStart(text, words, hits)
  const last = Math.min(first + WORDS_SHOWN, words.length) - 1
  if (last < first) return text
  const shown = mergeHits(hits).filter(({ from }) => from >= first && from <= last)
  let snippet = ''
  let at = first === 0 ? 0 : (words[first]?.start ?? 0)
  for (const { from, to } of shown) {
    const [start, end] = [words[from]?.start ?? at, words[Math.min(to, last)]?.end ?? at]
    snippet += `${text.slice(at, start)}${FOUND.start}${text.slice(start, end)}${FOUND.end}`
    at = end
  }
  snippet += text.slice(at, last === words.length - 1 ? undefined : words[last]?.end)
  return `${first === 0 ? '' : '…'}${snippet}${last === words.length - 1 ? '' : '…'}`
}

function findHits(words: readonly Word[], terms: readonly SearchTerm[]): Hit[] {
  const hits: Hit[] = []
  for (const [from] of words.entries())
    for (const [term, { words: wanted, isPrefix }] of terms.entries()) {
      const matches = wanted.every((word, index) => {
        const found = words[from + index]?.folded
        return isPrefix && index === wanted.length - 1 ? found?.startsWith(word) === true : found === word
      })
      if (matches) hits.push({ term, from, to: from + wanted.length - 1 })
    }
  return hits
}

/** The place of the first word shown. */
function chooseStart(text: string, words: readonly Word[], hits: readonly Hit[]): number {
  if (words.length <= WORDS_SHOWN) return 0
  const sentences = findSentences(text, words)
  let best = { score: 0, start: 0 }
  const consider = (score: number, start: number) => {
    if (score > best.score) best = { score, start }
  }
  let sentence: number | undefined
  let passed = 0
  for (const hit of hits) {
    const { score, start } = rate(words.length, hits, hit.from)
    consider(score, start)
    // The sentence in which the hit stands, if that brings its beginning and the hit into one view.
    while ((sentences[passed] ?? words.length) <= hit.from) sentence = sentences[passed++]
    if (sentence !== undefined && sentence < hit.from)
      consider(rate(words.length, hits, sentence).score + (sentence === 0 ? 120 : 100), sentence)
  }
  return best.start
}

/** How much of the hits can be seen from a place on, the first of each term counting most, with room on both sides. */
function rate(length: number, hits: readonly Hit[], from: number): { readonly score: number; readonly start: number } {
  const seen = new Set<number>()
  const within = hits.slice(firstFrom(hits, from), firstFrom(hits, from + WORDS_SHOWN))
  let score = 0
  for (const { term } of within) {
    score += seen.has(term) ? 1 : 1_000
    seen.add(term)
  }
  const [first, last] = [within[0]?.from ?? from, (within.at(-1)?.to ?? from) + 1]
  const start = first - Math.trunc((WORDS_SHOWN - (last - first)) / 2)
  return { score, start: Math.max(0, Math.min(start, length - WORDS_SHOWN)) }
}

/** Which hit is the first that begins at a word or behind it. They are in order, and a text may be full of them. */
function firstFrom(hits: readonly Hit[], from: number): number {
  let [low, high] = [0, hits.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hits[middle]?.from ?? from) < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Places of words that begin a sentence: those behind a full stop or colon and a space, and the first. */
function findSentences(text: string, words: readonly Word[]): number[] {
  return words.flatMap(({ start }, place) => {
    if (place === 0) return [0]
    return /[.:][ \t\n\r]+$/.test(text.slice(Math.max(0, start - 20), start)) ? [place] : []
  })
}

function mergeHits(hits: readonly Hit[]): Hit[] {
  const merged: Hit[] = []
  for (const hit of hits) {
    const last = merged.at(-1)
    if (last !== undefined && hit.from <= last.to)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, hit.to) }
    else merged.push(hit)
  }
  return merged
}
