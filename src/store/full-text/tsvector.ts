import { searchTerms } from './search-terms.ts'
import { foldedWordsOf } from './words.ts'

/** PostgreSQL takes words of 2,046 bytes, places up to 16,383, and a megabyte in all. */
const LONGEST_WORD = 500
const LAST_PLACE = 16_383
const MOST_PLACES = 256
const MOST_BYTES = 1_000_000

/**
 * The words of a text, and where they stand, as PostgreSQL's `tsvector`: as SQLite's index has them, and not as
 * PostgreSQL's own parser would cut them (it keeps hyphens, numbers and addresses together).
 *
 * Of a text beyond what a `tsvector` holds, words are found as long as there is room, and phrases at its beginning.
 *
 * @example
 * toSearchVector('Well-known, well!') // → "'well':1,3 'known':2"
 */
export function toSearchVector(text: string): string {
  const placesOf = new Map<string, number[]>()
  const folded = foldedWordsOf(text)
  for (let index = 0; index < folded.length; index += 1) {
    const word = cut(folded[index] as string)
    const places = placesOf.get(word)
    if (places === undefined) placesOf.set(word, [index + 1])
    else if (places.length < MOST_PLACES && index < LAST_PLACE) places.push(index + 1)
  }
  let bytes = 0
  const words: string[] = []
  for (const [word, places] of placesOf) {
    bytes += Buffer.byteLength(word) + 2 * places.length + 8
    if (bytes > MOST_BYTES) break
    // Many words of one place stand beyond the last place: there they have none.
    const known = folded.length <= LAST_PLACE ? places : places.filter(place => place <= LAST_PLACE)
    words.push(known.length === 0 ? `'${word}'` : `'${word}':${known.join(',')}`)
  }
  return words.join(' ')
}

/**
 * A search as people type it as PostgreSQL's `tsquery`, null when nothing can match; see `readSearch`.
 *
 * @example
 * toSearchQuery('trade "shared values" tariff*') // → "'trade' & ('shared' <-> 'values') & 'tariff':*"
 */
export function toSearchQuery(search: string): string | null {
  const terms = searchTerms(search).map(({ words, isPrefix }) => {
    const quoted = words.map(word => `'${cut(word)}'`).join(' <-> ')
    return `(${quoted}${isPrefix ? ':*' : ''})`
  })
  return terms.length === 0 ? null : terms.join(' & ')
}

/** By code points: half a character is none. */
function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('')
}
