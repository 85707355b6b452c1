/*
 * Full-text search finds the same claims on both stores: words are told apart, folded and stripped of accents here as
 * FTS5's `unicode61 remove_diacritics 2` does it. PostgreSQL's own parser would take host names, numbers and hyphened
 * words its own way, and what a letter is would depend on the server's locale.
 */

/** Accents that may follow a letter and are passed over, as FTS5 knows them. */
const ACCENT = '\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331'
/** What was no character yet when FTS5's tables were made counts as one; the last two of the plane never do. */
const LETTER = '(?![\\ufffe\\uffff])[\\p{L}\\p{N}\\p{Co}\\p{Cn}]'
const WORD = new RegExp(`${LETTER}(?:${LETTER}|[${ACCENT}])*`, 'gu')
const ACCENTS = new RegExp(`[${ACCENT}]`, 'gu')
const PLAIN = /^[a-z0-9]*$/
/** Latin letters with accents lose them; but two of them, which FTS5 does not know, only become small. */
const ACCENTED = /^[a-z]\p{M}+$/u
const UNKNOWN_TO_FTS5: Readonly<Record<string, string>> = { Ǡ: 'ǡ', ǡ: 'ǡ', İ: 'i', ı: 'ı' }

/** UTF-16 units of one word: longer ones are no words, and an index entry has its limits. */
const LONGEST_WORD = 500
/** UTF-16 units of all words of one vector, which may have a megabyte. */
const LONGEST_VECTOR = 200_000
/** The last position that a vector can tell from the next. */
const LAST_POSITION = 16_383

/** The words of a text as searches compare them, in order. */
export function toSearchWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(word => foldWord(word).slice(0, LONGEST_WORD).toWellFormed())
}

/**
 * A text as a value of type `tsvector`.
 *
 * @example
 * toVector('Tariffs, Élysée tariffs') // → "'tariffs':1,3 'elysee':2"
 */
export function toVector(text: string): string {
  const positions = new Map<string, number[]>()
  let length = 0
  for (const [index, word] of toSearchWords(text).entries()) {
    length += word.length + 8
    if (length > LONGEST_VECTOR || index >= LAST_POSITION) break
    const known = positions.get(word)
    if (known === undefined) positions.set(word, [index + 1])
    else known.push(index + 1)
  }
  return [...positions].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ')
}

/**
 * A search as people type it, as a value of type `tsquery`: every word must occur, `"several words"` must occur together,
 * `word*` matches what begins so. Null when it has no words and can match nothing.
 *
 * @example
 * toVectorQuery('trade "shared values" tariff*') // → "'trade' & ('shared' <-> 'values') & 'tariff':*"
 */
export function toVectorQuery(search: string): string | null {
  const terms: string[] = []
  for (const [, phrase, word = ''] of search.matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const words = toSearchWords(phrase ?? word)
    if (words.length === 0) continue
    const isPrefix = phrase === undefined && word.endsWith('*')
    const together = words.map((one, i) => `'${one}'${isPrefix && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')
    terms.push(words.length === 1 ? together : `(${together})`)
  }
  return terms.length === 0 ? null : terms.join(' & ')
}

function foldWord(word: string): string {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return [...word.replaceAll(ACCENTS, '')].map(foldCharacter).join('')
}

function foldCharacter(character: string): string {
  const known = UNKNOWN_TO_FTS5[character]
  if (known !== undefined) return known
  // By way of the capital, so that both small sigmas are one; but not where the capital is two letters (ß).
  const capital = character.toUpperCase()
  const small = [...capital].length === 1 ? capital.toLowerCase() : character.toLowerCase()
  const parts = small.normalize('NFD')
  return ACCENTED.test(parts) ? parts.charAt(0) : small
}
