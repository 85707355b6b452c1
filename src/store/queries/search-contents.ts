import { type RawBuilder, sql } from 'kysely'
import { dialectOf } from '../dialect/dialect.ts'
import type { StoreDatabase } from '../schema.ts'
import { matchesSearch } from './contains-words.ts'

/** Rows are given as one text a portion: measured, a fifth of the time that an object a row takes. */
const PORTION = 50_000

/** The `rowid` of every claim whose content matches, ascending, in portions. See `readSearch`. */
export async function* searchContents(database: StoreDatabase, search: string): AsyncGenerator<Uint32Array> {
  const dialect = dialectOf(database)
  const joined: RawBuilder<string> =
    dialect === 'sqlite' ? sql`group_concat(rowid)` : sql`string_agg(rowid::text, ',' order by rowid)`
  let after = 0
  while (true) {
    const { rows } = await sql<{ found: string | null }>`
      select ${joined} as found from (
        select rowid from claim_search where ${matchesSearch(dialect, search)} and rowid > ${after}
        order by rowid limit ${sql.lit(PORTION)}) as portion`.execute(database)
    const found = rows[0]?.found ?? null
    if (found === null) return
    const portion = readNumbers(found)
    yield portion
    if (portion.length < PORTION) return
    after = portion.at(-1) as number
  }
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
