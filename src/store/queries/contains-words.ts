import { type Expression, type RawBuilder, sql } from 'kysely'

/*
 * The two conditions whose SQL differs between databases, kept in one place.
 */

/** Whether a column holds `words` somewhere; upper and lower case count as equal (in SQLite: of A to Z). */
export function containsWords(column: Expression<unknown>, words: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

/** Whether the claim's content matches a search as people type it; see `toFullTextQuery`. */
export function contentMatches(claimId: Expression<string>, search: string): RawBuilder<boolean> {
  return sql<boolean>`${claimId} in (
    select claim.id from claim_search join claim on claim.rowid = claim_search.rowid
    where claim_search match ${toFullTextQuery(search)})`
}

/**
 * A search as people type it, in FTS5's language: every word must occur, `"several words"` must occur together,
 * `word*` matches what begins so. Anything else is taken as words, so that no input is a syntax error.
 *
 * @example
 * toFullTextQuery('trade "shared values" tariff*') // → '"trade" "shared values" "tariff"*'
 */
export function toFullTextQuery(search: string): string {
  const terms: string[] = []
  // A query of FTS5 ends at its first NUL.
  for (const [, phrase, word = ''] of search.replaceAll('\0', ' ').matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const words = phrase ?? word.replace(/\*+$/, '')
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    terms.push(`"${words}"${phrase === undefined && word.endsWith('*') ? '*' : ''}`)
  }
  // An empty MATCH is a syntax error; an empty phrase matches nothing.
  return terms.length === 0 ? '""' : terms.join(' ')
}
