import { type RawBuilder, sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase } from '../../schema.ts'
import { matchesSearch, matchesStandingSearch } from './contains-words.ts'
import { ADDED_FROM } from './index-facts.ts'

/** Rows are given as one text a portion: measured, a fifth of the time that an object a row takes. */
const PORTION = 50_000

/**
 * The `rowid` of every claim whose content matches, in portions, each ascending; those of contents that people gave come
 * last, above `ADDED_FROM` where they added the claim. See `readSearch`.
 */
export async function* searchContents(database: StoreDatabase, search: string): AsyncGenerator<Uint32Array> {
  const dialect = dialectOf(database)
  const joined: RawBuilder<string> =
    dialect === 'sqlite' ? sql`group_concat(rowid)` : sql`string_agg(rowid::text, ',' order by rowid)`
  let after = 0
  while (true) {
    const { rows } = await sql<{ found: string | null }>`
      select ${joined} as found from (
        select rowid from claim_search where ${matchesSearch(dialect, search)} and rowid > ${after}
        and rowid not in (select claim.rowid from standing join claim on claim.id = standing.claim_id where sets_content = 1)
        order by rowid limit ${sql.lit(PORTION)}) as portion`.execute(database)
    const found = rows[0]?.found ?? null
    if (found === null) break
    const portion = readNumbers(found)
    yield portion
    if (portion.length < PORTION) break
    after = portion.at(-1) as number
  }
  const given = await searchGivenContents(database, search)
  if (given.length > 0) yield Uint32Array.from(given)
}

/**
 * The `rowid` of claims whose content people gave and that match, ascending; above `ADDED_FROM` where they added the claim.
 *
 * @param most so many of them at most
 */
export async function searchGivenContents(
  database: StoreDatabase,
  search: string,
  most?: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ rowid: number }>`
    select coalesce(claim.rowid, standing.rowid + ${sql.lit(ADDED_FROM)}) as rowid
    from standing_search join standing on standing.rowid = standing_search.rowid
    left join claim on claim.id = standing.claim_id
    where ${matchesStandingSearch(dialectOf(database), search)} and (claim.rowid is not null or standing.added = 1)
    order by 1 ${most === undefined ? sql`` : sql`limit ${sql.lit(most)}`}`.execute(database)
  return rows.map(({ rowid }) => Number(rowid))
}

/** Numbers with commas between them. Digit by digit: `split` would make a text of each. */
function readNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array(PORTION)
  let length = 0
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0) number = number * 10 + digit
    else {
      numbers[length++] = number
      number = 0
    }
  }
  numbers[length++] = number
  return numbers.subarray(0, length)
}
