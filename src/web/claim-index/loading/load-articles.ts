import { findArticleFacts, findArticleWords } from '../../../store/queries/search/index-facts.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { type FoldedTexts, FoldedTextsBuilder } from './folded-texts.ts'
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
  /** By rank: index into `languages`. */
  readonly language: Uint8Array
  /** The first is null: articles of which nobody knows it. */
  readonly languages: readonly (string | null)[]
  /** Titles and bylines, in the order of `rowid`s. */
  readonly words: FoldedTexts
  /** Rank of the article at each place of `words`. */
  readonly rankByPlace: Uint32Array
  rankOf(rowid: number): number
}

/** Rows that are read at a time. */
const PORTION = 4_000

/** The least number that an `Int32Array` holds: before every day. */
export const NO_DAY = -(2 ** 31)

const DAY_MS = 86_400_000

export function toDay(utc: string): number {
  return Math.floor(Date.parse(utc) / DAY_MS)
}

export async function loadArticles(database: StoreDatabase): Promise<ArticleIndex> {
  const facts = await findArticleFacts(database)
  const publisherNumbers = new Map<string | null, number>([[null, 0]])
  const languageNumbers = new Map<string | null, number>([[null, 0]])
  const rowids = new Uint32Array(facts.length)
  const publisher = new Uint16Array(facts.length)
  const day = new Int32Array(facts.length)
  const month = new Int32Array(facts.length)
  const language = new Uint8Array(facts.length)
  for (const [rank, fact] of facts.entries()) {
    rowids[rank] = fact.rowid
    publisher[rank] = numberOf(publisherNumbers, fact.publisher, 2 ** 16)
    language[rank] = numberOf(languageNumbers, fact.language, 2 ** 8)
    const utc = fact.published_utc
    day[rank] = utc === null ? NO_DAY : toDay(utc)
    month[rank] = utc === null ? UNDATED : Number(utc.slice(0, 4)) * 12 + Number(utc.slice(5, 7)) - 1
  }
  const ranks = Uint32Array.from(facts.keys()).sort((a, b) => (rowids[a] as number) - (rowids[b] as number))
  const numbers = new RowNumbers(ranks.map(rank => rowids[rank] as number))
  return {
    language,
    languages: [...languageNumbers.keys()],
    words: await loadWords(database, numbers),
    rankByPlace: ranks,
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

async function loadWords(database: StoreDatabase, numbers: RowNumbers): Promise<FoldedTexts> {
  const words = new FoldedTextsBuilder()
  let place = 0
  for (let after = 0; ; ) {
    const rows = await findArticleWords(database, after, PORTION)
    if (rows.length === 0) break
    for (const { rowid, title, byline } of rows) {
      after = rowid
      // One that has gone since has no words, and one that came since has no place.
      for (; place < numbers.length && numbers.rowidAt(place) < rowid; place++) words.add([])
      if (place >= numbers.length || numbers.rowidAt(place) !== rowid) continue
      words.add([title, byline])
      place++
    }
  }
  for (; place < numbers.length; place++) words.add([])
  return words.build()
}

/** A number that does not fit would stand for another value; there it counts as unknown. */
function numberOf(numbers: Map<string | null, number>, value: string | null, most: number): number {
  const known = numbers.get(value)
  if (known !== undefined) return known
  if (numbers.size >= most) return 0
  numbers.set(value, numbers.size)
  return numbers.size - 1
}
