import { sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase } from '../../schema.ts'
import { matchesSearch, matchesStandingSearch } from './contains-words.ts'
import { ADDED_FROM, splitNumbers } from './index-facts.ts'
import { searchGivenContents } from './search-contents.ts'

/**
 * In how many claims' contents each word stands, as `wordsOf` folds it: at most `most`, beyond which it makes no difference.
 * Null where the store does not know: PostgreSQL reads a whole list of rows to count it, so what it knows of itself is asked.
 */
export async function countHolding(
  database: StoreDatabase,
  words: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, number | null>> {
  if (words.length === 0) return new Map()
  if (dialectOf(database) === 'postgres') return await readStatistics(database, words)
  const counts = words.map(
    word => sql`select ${word} as word, (select count(*) from (
      select rowid from claim_search where ${matchesSearch('sqlite', `"${word}"`)} limit ${sql.lit(most)}))
      + (select count(*) from (
      select rowid from standing_search where ${matchesStandingSearch('sqlite', `"${word}"`)} limit ${sql.lit(most)})) as count`,
  )
  const found = new Map<string, number>()
  // SQLite joins at most 500 queries.
  for (let from = 0; from < counts.length; from += 100) {
    const { rows } = await sql<{ word: string; count: number }>`${sql.join(
      counts.slice(from, from + 100),
      sql` union all `,
    )}`.execute(database)
    for (const { word, count } of rows) found.set(word, Math.min(most, Number(count)))
  }
  return found
}

/** What PostgreSQL's own statistics say of the words that come most often; nothing where the table was never analysed. */
async function readStatistics(
  database: StoreDatabase,
  words: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const { rows } = await sql<{ word: string; share: number; claims: number }>`
    select word, share, greatest(0, (select reltuples from pg_class where oid = 'claim_search'::regclass)) as claims
    from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (word, share)
    where schemaname = current_schema() and tablename = 'claim_search' and attname = 'words'
      and word in (${sql.join(words)})`.execute(database)
  const known = new Map(rows.map(({ word, share, claims }) => [word, Math.round(share * claims)]))
  return new Map(words.map(word => [word, known.get(word) ?? null]))
}

/**
 * The `rowid` of claims whose content has these words, one after another; ascending; at most so many. Contents that people
 * gave count too, of claims that they added above `ADDED_FROM`.
 */
export async function findHolding(
  database: StoreDatabase,
  words: readonly string[],
  most: number,
): Promise<readonly number[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ rowid: number }>`
    select rowid from claim_search where ${matchesSearch(dialectOf(database), `"${words.join(' ')}"`)}
    limit ${sql.lit(most)}`.execute(database)
  const given = await searchGivenContents(database, `"${words.join(' ')}"`, most)
  const held = new Set([...rows.map(({ rowid }) => Number(rowid)), ...given])
  return [...held].toSorted((a, b) => a - b).slice(0, most)
}

/** The contents of claims by `rowid`, as they stand. */
export async function findContents(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (rowids.length === 0) return new Map()
  const { found, added } = splitNumbers(rowids)
  const rows = await database
    .selectFrom('claim')
    .leftJoin('standing', join => join.onRef('standing.claim_id', '=', 'claim.id').on('standing.sets_content', '=', 1))
    .select(['claim.rowid', 'claim.content_text as machine', 'standing.content_text as given', 'standing.sets_content'])
    .where('claim.rowid', 'in', found.length === 0 ? [-1] : found)
    .orderBy('claim.rowid')
    .execute()
  const others = await database
    .selectFrom('standing')
    .select(['rowid', 'content_text as content'])
    .where('rowid', 'in', added.length === 0 ? [-1] : added)
    .where('added', '=', 1)
    .orderBy('rowid')
    .execute()
  const contents = [
    ...rows.map(({ rowid, machine, given, sets_content }) => [rowid, sets_content === 1 ? given : machine] as const),
    ...others.map(({ rowid, content }) => [ADDED_FROM + rowid, content] as const),
  ]
  return new Map(contents.flatMap(([rowid, content]) => (content === null ? [] : [[rowid, content]])))
}

/** Who says these claims, by `rowid`, as the machine found it, and whether a correction says something else of them. */
export async function findSourcesOf(database: StoreDatabase, rowids: readonly number[]) {
  if (rowids.length === 0) return []
  const rows = await database
    .selectFrom('claim')
    .leftJoin('source', 'source.rowid', 'claim.source_rowid')
    .select(['claim.rowid', 'source.text', 'source.name', 'source.naming', 'source.kind', 'source.affiliation'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('correction').select('correction.id').whereRef('correction.claim_id', '=', 'claim.id')).as(
        'is_corrected',
      ),
    )
    .where('claim.rowid', 'in', rowids)
    .orderBy('claim.rowid')
    .execute()
  return rows.map(({ is_corrected, ...row }) => ({ ...row, is_corrected: Boolean(is_corrected) }))
}
