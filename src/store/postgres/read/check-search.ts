import { sql } from 'kysely'
import { toSearchVector } from '../../full-text/tsvector.ts'
import type { StoreDatabase } from '../../schema.ts'

const CLAIMS_AT_ONCE = 2_000

/** Whether the full-text index has the words of its claims, as clauses. That each claim is in it is looked for elsewhere. */
export async function findOtherWords(database: StoreDatabase): Promise<string[]> {
  let others = 0
  for (let after = 0; ; ) {
    const claims = await database
      .selectFrom('claim')
      .select(['rowid', 'content_text'])
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(CLAIMS_AT_ONCE)
      .execute()
    const last = claims.at(-1)
    if (last === undefined) break
    const expected = claims.flatMap(({ rowid, content_text }) =>
      content_text === null ? [] : [{ rowid, words: toSearchVector(content_text) }],
    )
    const { rows } = await sql<{ others: number }>`
      select count(*) as others from jsonb_to_recordset(${JSON.stringify(expected)}::jsonb) as expected (rowid bigint, words text)
      join claim_search on claim_search.rowid = expected.rowid where claim_search.words <> expected.words::tsvector`.execute(
      database,
    )
    others += rows[0]?.others ?? 0
    after = last.rowid
  }
  const corrected = await countOtherStandings(database)
  return [
    ...(others === 0 ? [] : [`the full-text index has other words than ${others} claims`]),
    ...(corrected === 0 ? [] : [`the full-text index has other words than ${corrected} corrected contents`]),
  ]
}

/** Contents that people gave are few, and each is looked for here, as are entries of none. */
async function countOtherStandings(database: StoreDatabase): Promise<number> {
  let others = 0
  for (let after = 0; ; ) {
    const standings = await database
      .selectFrom('standing')
      .select(['rowid', 'content_text'])
      .where('rowid', '>', after)
      .where('content_text', 'is not', null)
      .orderBy('rowid')
      .limit(CLAIMS_AT_ONCE)
      .execute()
    const last = standings.at(-1)
    if (last === undefined) break
    const expected = standings.map(({ rowid, content_text }) => ({ rowid, words: toSearchVector(content_text ?? '') }))
    const { rows } = await sql<{ others: number }>`
      select count(*) as others from jsonb_to_recordset(${JSON.stringify(expected)}::jsonb) as expected (rowid bigint, words text)
      left join standing_search on standing_search.rowid = expected.rowid
      where standing_search.words is distinct from expected.words::tsvector`.execute(database)
    others += rows[0]?.others ?? 0
    after = last.rowid
  }
  const { rows } = await sql<{ strangers: number }>`
    select count(*) as strangers from standing_search where not exists (
      select from standing where standing.rowid = standing_search.rowid and content_text is not null)`.execute(database)
  return others + (rows[0]?.strangers ?? 0)
}
