import { nameMonth } from '../../domain/articles/month.ts'
import type { ArticleCounts } from './article-counts.ts'
import type { ClaimIndex } from './claim-index.ts'
import { type ArticleIndex, NO_DAY, toDay, UNDATED } from './loading/load-articles.ts'

export const ARTICLE_ORDERS = ['published', 'title', 'publisher', 'claims', 'unnamed', 'anonymous'] as const
export type ArticleOrder = (typeof ARTICLE_ORDERS)[number]

/** Which articles are wanted: every condition that is given must hold, and of the values of one any may. */
export interface ArticleSelection {
  readonly publisher?: readonly string[]
  /** BCP 47, as articles have it. */
  readonly language?: readonly string[]
  /** First and last day of publication, `2026-05-31`. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export interface ArticleRequest extends ArticleSelection {
  readonly order: ArticleOrder
  readonly descending: boolean
}

/** How many articles a value of a facet would leave. */
export interface ArticleFacet {
  readonly value: string
  readonly articles: number
}

export interface ArticleFacets {
  /** Most articles first, the first few only. */
  readonly publisher: readonly ArticleFacet[]
  readonly language: readonly ArticleFacet[]
  /** `2026-05`, oldest first; articles without a date are left out. */
  readonly month: readonly ArticleFacet[]
}

export interface SelectedArticles {
  /** Of all that match, in the order asked for. */
  readonly ranks: Uint32Array
  readonly facets: ArticleFacets
}

const FACET_ROWS = 12
const FAILS = { publisher: 1, language: 2, date: 4 } as const

/**
 * Finds articles and counts their facets: how many each value would leave, with all conditions but the facet's own. Those
 * that are equal in the order come as the site lists them, newest first.
 *
 * @param found 1 for the ranks that are searched for; null when nothing is searched for
 */
export function selectArticles(
  { articles }: ClaimIndex,
  counts: ArticleCounts,
  request: ArticleRequest,
  found: Uint8Array | null,
): SelectedArticles {
  const publishers = accept(articles.publishers, request.publisher)
  const languages = accept(articles.languages, request.language)
  const since = request.since === undefined ? NO_DAY : toDay(request.since)
  const until = request.until === undefined ? Number.POSITIVE_INFINITY : toDay(request.until)
  const isDated = request.since !== undefined || request.until !== undefined
  const tally = {
    publisher: new Map<number, number>(),
    language: new Map<number, number>(),
    month: new Map<number, number>(),
  }
  const { length } = articles.rowids
  const ranks = new Uint32Array(length)
  let selected = 0
  for (let rank = 0; rank < length; rank++) {
    if (found !== null && found[rank] === 0) continue
    const publisher = articles.publisher[rank] as number
    const language = articles.language[rank] as number
    const day = articles.day[rank] as number
    let fails = 0
    if (publishers[publisher] === 0) fails |= FAILS.publisher
    if (languages[language] === 0) fails |= FAILS.language
    if (isDated && (day === NO_DAY || day < since || day > until)) fails |= FAILS.date
    if (fails === 0) ranks[selected++] = rank
    if ((fails & ~FAILS.publisher) === 0) add(tally.publisher, publisher)
    if ((fails & ~FAILS.language) === 0) add(tally.language, language)
    if ((fails & ~FAILS.date) === 0) add(tally.month, articles.month[rank] as number)
  }
  return {
    ranks: sort(ranks.subarray(0, selected), articles, counts, request),
    facets: {
      publisher: largest(tally.publisher, articles.publishers),
      language: largest(tally.language, articles.languages),
      month: [...tally.month]
        .filter(([month]) => month !== UNDATED)
        .toSorted(([a], [b]) => a - b)
        .map(([month, articles]) => ({ value: nameMonth(month), articles })),
    },
  }
}

function accept(known: readonly (string | null)[], wanted: readonly string[] | undefined): Uint8Array {
  return Uint8Array.from(known, value => (wanted === undefined || (value !== null && wanted.includes(value)) ? 1 : 0))
}

function add(tally: Map<number, number>, number: number): void {
  tally.set(number, (tally.get(number) ?? 0) + 1)
}

function largest(tally: ReadonlyMap<number, number>, names: readonly (string | null)[]): ArticleFacet[] {
  return [...tally]
    .flatMap(([number, articles]) => {
      const value = names[number] ?? null
      return value === null ? [] : [{ value, articles }]
    })
    .toSorted((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_ROWS)
}

function sort(
  ranks: Uint32Array,
  articles: ArticleIndex,
  counts: ArticleCounts,
  { order, descending }: ArticleRequest,
): Uint32Array {
  // Ranks run from the newest to the oldest, and those without a date come last in either order.
  if (order === 'published') return descending ? ranks : oldestFirst(ranks, articles)
  const keys = keysOf(articles, counts, order)
  const direction = descending ? -1 : 1
  return ranks.sort((a, b) => direction * ((keys[a] as number) - (keys[b] as number)) || a - b)
}

function oldestFirst(ranks: Uint32Array, { day }: ArticleIndex): Uint32Array {
  const firstUndated = ranks.findIndex(rank => day[rank] === NO_DAY)
  const dated = firstUndated < 0 ? ranks : ranks.subarray(0, firstUndated)
  dated.reverse()
  return ranks
}

function keysOf(
  articles: ArticleIndex,
  counts: ArticleCounts,
  order: Exclude<ArticleOrder, 'published'>,
): Uint32Array | Float64Array {
  if (order === 'claims') return counts.claims
  if (order === 'title') return placesOfTitles(articles)
  if (order === 'publisher') return placesOfPublishers(articles)
  const resting = counts[order]
  return Float64Array.from(resting, (claims, rank) => (claims === 0 ? 0 : claims / (counts.claims[rank] as number)))
}

const titleOrders = new WeakMap<ArticleIndex, Uint32Array>()

/** By rank, the place of the article's title among all titles. Made when somebody first sorts by it. */
function placesOfTitles(articles: ArticleIndex): Uint32Array {
  let places = titleOrders.get(articles)
  if (places === undefined) {
    places = new Uint32Array(articles.rowids.length)
    const sorted = articles.words.inOrder()
    for (let place = 0; place < sorted.length; place++)
      places[articles.rankByPlace[sorted[place] as number] as number] = place
    titleOrders.set(articles, places)
  }
  return places
}

function placesOfPublishers({ publisher, publishers }: ArticleIndex): Uint32Array {
  const sorted = publishers
    .map((name, number) => ({ name: name?.toLowerCase() ?? '\uffff', number }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const places = new Uint32Array(publishers.length)
  for (const [place, { number }] of sorted.entries()) places[number] = place
  return Uint32Array.from(publisher, number => places[number] as number)
}
