import { sql } from 'kysely'
import type { StoreDatabase } from '../schema.ts'
import { toFullTextQuery } from './contains-words.ts'

/** Stand before and after each word found; noncharacters, which no article's text should hold. */
export const FOUND = { start: '\ufdd0', end: '\ufdd1' } as const

/** Rows are given as one text a portion: measured, a fifth of the time that an object a row takes. */
const PORTION = 50_000

/** The `rowid` of every claim whose content matches, ascending, in portions. See `toFullTextQuery`. */
export async function* searchContents(database: StoreDatabase, search: string): AsyncGenerator<Uint32Array> {
  const query = toFullTextQuery(search)
  let after = 0
  while (true) {
    const { rows } = await sql<{ found: string | null }>`
      select group_concat(rowid) as found from (
        select rowid from claim_search where claim_search match ${query} and rowid > ${after} limit ${PORTION})`.execute(
      database,
    )
    const found = rows[0]?.found ?? null
    if (found === null) return
    const portion = readNumbers(found)
    yield portion
    if (portion.length < PORTION) return
    after = portion.at(-1) as number
  }
}

/** The words around what was found in the content of these claims, by `rowid`, each hit between `FOUND` marks. */
export async function findSnippets(
  database: StoreDatabase,
  search: string,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (rowids.length === 0) return new Map()
  const { rows } = await sql<{ rowid: number; snippet: string }>`
    select rowid, snippet(claim_search, 0, ${FOUND.start}, ${FOUND.end}, '…', 48) as snippet from claim_search
    where claim_search match ${toFullTextQuery(search)} and rowid in (${sql.join(rowids)})`.execute(database)
  return new Map(rows.map(({ rowid, snippet }) => [rowid, snippet]))
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
