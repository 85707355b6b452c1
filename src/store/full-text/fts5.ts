import { readSearch } from './search-terms.ts'

/**
 * A search as people type it, in FTS5's language; see `readSearch`.
 *
 * @example
 * toFullTextQuery('trade "shared values" tariff*') // → '"trade" "shared values" "tariff"*'
 */
export function toFullTextQuery(search: string): string {
  const terms = readSearch(search).map(({ text, isPrefix }) => `"${text}"${isPrefix ? '*' : ''}`)
  // An empty MATCH is a syntax error; an empty phrase matches nothing.
  return terms.length === 0 ? '""' : terms.join(' ')
}
