import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../domain/labels.ts'
import { findClaimFacts, findCorrectedFacts } from '../../store/queries/index-facts.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { ArticleIndex } from './load-articles.ts'
import { NONE, type SourceIndex } from './load-sources.ts'
import { RowNumbers } from './row-numbers.ts'

const PORTION = 20_000
const UNSTATED = NAMINGS.indexOf('unstated')
const NAMED = NAMINGS.indexOf('named')

/** Claims in the order in which the site lists them: that of their articles, then of the text. */
export interface ClaimColumns {
  readonly length: number
  readonly rowid: Uint32Array
  /** Rank of its article. */
  readonly article: Uint32Array
  /** Place of its source, or `NONE`. */
  readonly source: Uint32Array
  /** Place of the source that its own source cites, or `NONE`. */
  readonly cited: Uint32Array
  /** `rowid` of the claim of a named source of the article that says the same, or 0. */
  readonly corroboratedBy: Uint32Array
  /** Index into the entities of the source as it stands corrected, or `NONE`. */
  readonly entity: Uint32Array
  /** 1 where a correction says that it is no claim. */
  readonly rejected: Uint8Array
  /** Names that corrections gave, by rank: these claims no longer rest on what the machine took for their source. */
  readonly correctedSources: Map<number, string>
  /** Indexes into `QUOTATION_TYPES`, `ACTS`, `NAMINGS`. */
  readonly quotation: Uint8Array
  readonly act: Uint8Array
  readonly naming: Uint8Array
  /** `rowid`s ascending, and the rank in this order of the claim at each. */
  readonly numbers: RowNumbers
  readonly rankByNumber: Uint32Array
}

export async function loadClaims(
  database: StoreDatabase,
  articles: ArticleIndex,
  sources: SourceIndex,
  capacity: number,
): Promise<ClaimColumns> {
  const rowid = new Uint32Array(capacity)
  const article = new Uint32Array(capacity)
  const start = new Uint32Array(capacity)
  const source = new Uint32Array(capacity)
  const cited = new Uint32Array(capacity)
  const corroboratedBy = new Uint32Array(capacity)
  const quotation = new Uint8Array(capacity)
  const act = new Uint8Array(capacity)
  let length = 0
  for (let after = 0; length < capacity; ) {
    const facts = await findClaimFacts(database, after, Math.min(PORTION, capacity - length))
    if (facts.length === 0) break
    for (const fact of facts) {
      after = fact.rowid
      const rank = articles.rankOf(fact.article_rowid)
      // It came with an article that was not there yet when the articles were read.
      if (rank < 0) continue
      rowid[length] = fact.rowid
      article[length] = rank
      start[length] = fact.start
      source[length] = placeOf(sources, fact.source_rowid)
      cited[length] = placeOf(sources, fact.cited_rowid)
      corroboratedBy[length] = fact.corroborated_rowid ?? 0
      quotation[length] = QUOTATION_TYPES.indexOf(fact.quotation)
      act[length] = ACTS.indexOf(fact.act)
      length++
    }
  }
  const order = orderClaims(article.subarray(0, length), start, articles.rowids.length)
  const rankByNumber = new Uint32Array(length)
  for (let rank = 0; rank < length; rank++) rankByNumber[order[rank] as number] = rank
  const inOrder = <Column extends Uint8Array | Uint32Array>(column: Column): Column =>
    order.length === 0 ? (column.slice(0, 0) as Column) : permute(column, order)
  const sourceInOrder = inOrder(source)
  const columns = {
    length,
    rowid: inOrder(rowid),
    article: inOrder(article),
    source: sourceInOrder,
    cited: inOrder(cited),
    corroboratedBy: inOrder(corroboratedBy),
    quotation: inOrder(quotation),
    act: inOrder(act),
    naming: Uint8Array.from(sourceInOrder, place => namingAt(sources, place)),
    entity: sourceInOrder.map(place => entityAt(sources, place)),
    rejected: new Uint8Array(length),
    correctedSources: new Map<number, string>(),
    numbers: new RowNumbers(rowid.slice(0, length)),
    rankByNumber,
  }
  await applyCorrections(database, columns, sources)
  return columns
}

/** Sets the columns that corrections change to what the ledger of corrections says now. */
export async function applyCorrections(
  database: StoreDatabase,
  columns: ClaimColumns,
  sources: SourceIndex,
): Promise<void> {
  const corrected = await findCorrectedFacts(database)
  for (const rank of columns.correctedSources.keys()) {
    const place = columns.source[rank] as number
    columns.naming[rank] = namingAt(sources, place)
    columns.entity[rank] = entityAt(sources, place)
  }
  columns.correctedSources.clear()
  columns.rejected.fill(0)
  if (corrected.length === 0) return
  const numbered = sources.entities.map(({ id, name }, number) => ({ id, name, number }))
  // Of entities of one name the first by id counts, as in the view.
  const entityByName = new Map(
    numbered.sort((a, b) => (a.id < b.id ? 1 : -1)).map(({ name, number }) => [name, number]),
  )
  for (const { rowid, rejected, source } of corrected) {
    const number = columns.numbers.placeOf(rowid)
    if (number < 0) continue
    const rank = columns.rankByNumber[number] as number
    columns.rejected[rank] = rejected
    if (source === null) continue
    columns.correctedSources.set(rank, source)
    columns.naming[rank] = NAMED
    columns.entity[rank] = entityByName.get(source) ?? NONE
  }
}

function namingAt(sources: SourceIndex, place: number): number {
  return place === NONE ? UNSTATED : (sources.naming[place] as number)
}

function entityAt(sources: SourceIndex, place: number): number {
  return place === NONE ? NONE : (sources.entity[place] as number)
}

function placeOf(sources: SourceIndex, rowid: number | null): number {
  const place = sources.numbers.placeOf(rowid)
  return place < 0 ? NONE : place
}

function permute<Column extends Uint8Array | Uint32Array>(column: Column, order: Uint32Array): Column {
  const permuted = column.slice(0, order.length) as Column
  for (let rank = 0; rank < order.length; rank++) permuted[rank] = column[order[rank] as number] as number
  return permuted
}

/** By article, then by start: counted into articles, then each article's few claims sorted. */
function orderClaims(article: Uint32Array, start: Uint32Array, articles: number): Uint32Array {
  const from = new Uint32Array(articles + 1)
  for (const rank of article) from[rank + 1] = (from[rank + 1] as number) + 1
  for (let rank = 0; rank < articles; rank++) from[rank + 1] = (from[rank + 1] as number) + (from[rank] as number)
  const order = new Uint32Array(article.length)
  const next = from.slice()
  for (let place = 0; place < article.length; place++) {
    const rank = article[place] as number
    order[next[rank] as number] = place
    next[rank] = (next[rank] as number) + 1
  }
  for (let rank = 0; rank < articles; rank++) {
    const claims = order.subarray(from[rank], from[rank + 1])
    if (claims.length > 1) claims.sort((a, b) => (start[a] as number) - (start[b] as number) || a - b)
  }
  return order
}
