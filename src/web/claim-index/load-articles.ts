import { findArticleFacts } from '../../store/queries/index-facts.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { RowNumbers } from './row-numbers.ts'

/** Month of an article without a date. */
export const UNDATED = -1

/** Articles in the order in which the site lists them. An article's *rank* is its place in that order. */
export interface ArticleIndex {
  /** By rank. */
  readonly rowids: Uint32Array
  /** By rank: index into `publishers`. */
  readonly publisher: Uint16Array
  /** The first is null: articles without one. */
  readonly publishers: readonly (string | null)[]
  /** By rank: day of publication, counted from 1970-01-01 in UTC; the least number there is when it has none. */
  readonly day: Int32Array
  /** By rank: months since January of year 0, or `UNDATED`. */
  readonly month: Int32Array
  rankOf(rowid: number): number
}

/** The least number that an `Int32Array` holds: before every day. */
export const NO_DAY = -(2 ** 31)

const DAY_MS = 86_400_000

export function toDay(utc: string): number {
  return Math.floor(Date.parse(utc) / DAY_MS)
}

export async function loadArticles(database: StoreDatabase): Promise<ArticleIndex> {
  const facts = await findArticleFacts(database)
  const publisherNumbers = new Map<string | null, number>([[null, 0]])
  const rowids = new Uint32Array(facts.length)
  const publisher = new Uint16Array(facts.length)
  const day = new Int32Array(facts.length)
  const month = new Int32Array(facts.length)
  for (const [rank, fact] of facts.entries()) {
    rowids[rank] = fact.rowid
    let number = publisherNumbers.get(fact.publisher)
    // A number that does not fit would stand for another publisher; there it counts as unknown.
    if (number === undefined && publisherNumbers.size < 2 ** 16) {
      number = publisherNumbers.size
      publisherNumbers.set(fact.publisher, number)
    }
    publisher[rank] = number ?? 0
    const utc = fact.published_utc
    day[rank] = utc === null ? NO_DAY : toDay(utc)
    month[rank] = utc === null ? UNDATED : Number(utc.slice(0, 4)) * 12 + Number(utc.slice(5, 7)) - 1
  }
  const ranks = Uint32Array.from(facts.keys()).sort((a, b) => (rowids[a] as number) - (rowids[b] as number))
  const numbers = new RowNumbers(ranks.map(rank => rowids[rank] as number))
  return {
    rowids,
    publisher,
    publishers: [...publisherNumbers.keys()],
    day,
    month,
    rankOf: rowid => {
      const place = numbers.placeOf(rowid)
      return place < 0 ? -1 : (ranks[place] as number)
    },
  }
}
