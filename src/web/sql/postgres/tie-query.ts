import { type Catalogue, checkQuery, type TablePlace } from './check-query.ts'
import { parseQuery } from './parse-query.ts'

/**
 * The query as it may run: what it consists of is allowed, and each of its tables is named with its schema, so that with
 * nothing but `pg_catalog` on the search path there is one thing that each name can mean.
 *
 * @param query without NUL, at most `LONGEST_QUERY` characters
 * @throws HearsayError (2) when it is not understood, or something in it is not allowed
 *
 * @example
 * tieQuery('SELECT count(*) FROM claim', catalogue) // → 'SELECT count(*) FROM "public".claim'
 */
export function tieQuery(query: string, catalogue: Catalogue): string {
  const text = query.toWellFormed()
  const tied = qualify(text, checkQuery(parseQuery(text), catalogue), catalogue.schema)
  // What runs is what was checked, and not what should come of it.
  const left = checkQuery(parseQuery(tied), catalogue)
  if (left.length > 0) throw new Error(`tables without a schema in the query that was to have none: ${tied}`)
  return tied
}

function qualify(query: string, places: readonly TablePlace[], schema: string): string {
  const bytes = Buffer.from(query)
  const starts = places.map(({ at }) => at).toSorted((a, b) => a - b)
  const parts = [0, ...starts].map((start, index) => bytes.toString('utf8', start, starts[index]))
  return parts.join(`"${schema.replaceAll('"', '""')}".`)
}
