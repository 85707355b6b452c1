import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Dialect } from '../../dialect/dialect.ts'
import { toFullTextQuery } from '../../full-text/fts5.ts'
import { toSearchQuery } from '../../full-text/tsvector.ts'

/** Whether a column holds `words` somewhere; upper and lower case of A to Z count as equal. */
export function containsWords(column: Expression<unknown>, words: string): RawBuilder<boolean> {
  const small = words.replace(/[A-Z]/g, letter => letter.toLowerCase())
  return sql<boolean>`lower(${column}) like ${`%${small.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

/** Whether the claim's content matches a search as people type it; see `readSearch`. */
export function contentMatches(dialect: Dialect, claimId: Expression<string>, search: string): RawBuilder<boolean> {
  return sql<boolean>`${claimId} in (
    select claim.id from claim_search join claim on claim.rowid = claim_search.rowid
    where ${matchesSearch(dialect, search)} and claim.id not in (select claim_id from standing where sets_content = 1)
    union all
    select standing.claim_id from standing_search join standing on standing.rowid = standing_search.rowid
    where ${matchesStandingSearch(dialect, search)})`
}

/** Whether an entry of `standing_search`, the contents that were corrected or added, matches a search. */
export function matchesStandingSearch(dialect: Dialect, search: string): RawBuilder<boolean> {
  if (dialect === 'sqlite') return sql<boolean>`standing_search match ${toFullTextQuery(search)}`
  const query = toSearchQuery(search)
  return query === null ? sql<boolean>`false` : sql<boolean>`standing_search.words @@ ${query}::tsquery`
}

/** Whether an entry of `claim_search` matches a search as people type it. */
export function matchesSearch(dialect: Dialect, search: string): RawBuilder<boolean> {
  if (dialect === 'sqlite') return sql<boolean>`claim_search match ${toFullTextQuery(search)}`
  // An empty query would match nothing too, and say so to the user.
  const query = toSearchQuery(search)
  return query === null ? sql<boolean>`false` : sql<boolean>`claim_search.words @@ ${query}::tsquery`
}
