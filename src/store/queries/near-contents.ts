import { sql } from 'kysely'
import { dialectOf } from '../dialect/dialect.ts'
import type { StoreDatabase } from '../schema.ts'
import { matchesSearch } from './contains-words.ts'

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
    word => sql`select ${word} as word, count(*) as count from (
      select rowid from claim_search where ${matchesSearch('sqlite', `"${word}"`)} limit ${sql.lit(most)})`,
  )
  const found = new Map<string, number>()
  // SQLite joins at most 500 queries.
  for (let from = 0; from < counts.length; from += 100) {
    const { rows } = await sql<{ word: string; count: number }>`${sql.join(
      counts.slice(from, from + 100),
      sql` union all `,
    )}`.execute(database)
    for (const { word, count } of rows) found.set(word, Number(count))
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

/** The `rowid` of claims whose content has these words, one after another; ascending; at most so many. */
export async function findHolding(
  database: StoreDatabase,
  words: readonly string[],
  most: number,
): Promise<readonly number[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ rowid: number }>`
    select rowid from claim_search where ${matchesSearch(dialectOf(database), `"${words.join(' ')}"`)}
    limit ${sql.lit(most)}`.execute(database)
  return rows.map(({ rowid }) => Number(rowid)).toSorted((a, b) => a - b)
}

/** The contents of claims by `rowid`, as the machine found them. */
export async function findContents(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (rowids.length === 0) return new Map()
  const rows = await database
    .selectFrom('claim')
    .select(['rowid', 'content_text as content'])
    .where('rowid', 'in', rowids)
    .orderBy('rowid')
    .execute()
  return new Map(rows.flatMap(({ rowid, content }) => (content === null ? [] : [[rowid, content]])))
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
