import { ACTS, NAMINGS, QUOTATION_TYPES } from '../../../domain/labels.ts'
import {
  ADDED_FROM,
  type ClaimPlace,
  findAddedFacts,
  findClaimFacts,
  findClaimPlaces,
  findCorrectedFacts,
} from '../../../store/queries/search/index-facts.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { ArticleIndex } from './load-articles.ts'
import { NONE, type SourceIndex } from './load-sources.ts'
import { RowNumbers } from './row-numbers.ts'

/** Rows that are read at a time: few enough to be gone again before the next ones come. */
const PORTION = 4_000
const UNSTATED = NAMINGS.indexOf('unstated')

/** Claims in the order in which the site lists them: that of their articles, then of the text. */
export interface ClaimColumns {
  readonly length: number
  readonly rowid: Uint32Array
  /** Rank of its article. */
  readonly article: Uint32Array
  /** Place of its source, or `NONE`. */
  readonly source: Uint32Array
  /** By rank, of the few that have one: place of the source that its own source cites. */
  readonly cited: ReadonlyMap<number, number>
  /** By rank, of the few that have one: `rowid` of the claim of a named source of the article that says the same. */
  readonly corroboratedBy: ReadonlyMap<number, number>
  /** Index into the entities of the source as it stands corrected, or `NONE`. */
  readonly entity: Uint32Array
  /** 1 where a correction says that it is no claim. */
  readonly rejected: Uint8Array
  /**
   * Names and words that corrections gave, by rank: these claims no longer rest on what the machine took for their
   * source.
   */
  readonly correctedSources: Map<number, string>
  /** By rank, of the few whose source's words were corrected to those of another: its place. */
  readonly given: Map<number, number>
  /** By rank of those that were corrected, what the machine found. */
  readonly machines: Map<number, MachineFact>
  /** Indexes into `QUOTATION_TYPES`, `ACTS`, `NAMINGS`. */
  readonly quotation: Uint8Array
  readonly act: Uint8Array
  readonly naming: Uint8Array
  /** Index into `lemmas`, of its cue. */
  readonly lemma: Uint16Array
  readonly lemmas: readonly string[]
  /** `rowid`s ascending, and the rank in this order of the claim at each. */
  readonly numbers: RowNumbers
  readonly rankByNumber: Uint32Array
}

/** What the machine found of a claim, as its columns have it. */
export type MachineFact = Readonly<Record<'quotation' | 'act' | 'naming' | 'entity', number>>

/** Memory is counted here: every column is made once, at its final length and in its final order. */
export async function loadClaims(
  database: StoreDatabase,
  articles: ArticleIndex,
  sources: SourceIndex,
  capacity: number,
): Promise<ClaimColumns> {
  const added = await findAddedFacts(database)
  const { rowid, article, numbers, rankByNumber } = await loadOrder(database, articles, capacity, added)
  const { length } = rowid
  const source = new Uint32Array(length).fill(NONE)
  const quotation = new Uint8Array(length)
  const act = new Uint8Array(length)
  const lemma = new Uint16Array(length)
  const lemmaNumbers = new Map([['', 0]])
  const cited = new Map<number, number>()
  const corroboratedBy = new Map<number, number>()
  for (let after = 0; ; ) {
    const facts = await findClaimFacts(database, after, PORTION)
    if (facts.length === 0) break
    for (const fact of facts) {
      after = fact.rowid
      const number = numbers.placeOf(fact.rowid)
      // It came after the order was read.
      if (number < 0) continue
      const rank = rankByNumber[number] as number
      source[rank] = placeOf(sources, fact.source_rowid)
      quotation[rank] = QUOTATION_TYPES.indexOf(fact.quotation)
      act[rank] = ACTS.indexOf(fact.act)
      lemma[rank] = numberOf(lemmaNumbers, fact.cue_lemma)
      const citedPlace = placeOf(sources, fact.cited_rowid)
      if (citedPlace !== NONE) cited.set(rank, citedPlace)
      if (fact.corroborated_rowid !== null) corroboratedBy.set(rank, fact.corroborated_rowid)
    }
  }
  const columns = {
    length,
    rowid,
    article,
    source,
    cited,
    corroboratedBy,
    quotation,
    act,
    naming: nameAll(sources, source),
    lemma,
    lemmas: [...lemmaNumbers.keys()],
    entity: source.map(place => entityAt(sources, place)),
    rejected: new Uint8Array(length),
    correctedSources: new Map<number, string>(),
    given: new Map<number, number>(),
    machines: new Map<number, MachineFact>(),
    numbers,
    rankByNumber,
  }
  await applyCorrections(database, columns, sources)
  return columns
}

/** `rowid` and article of every claim, in the order in which the site lists them, and the ways there and back. */
async function loadOrder(
  database: StoreDatabase,
  articles: ArticleIndex,
  capacity: number,
  added: readonly ClaimPlace[],
): Promise<Pick<ClaimColumns, 'rowid' | 'article' | 'numbers' | 'rankByNumber'>> {
  const readRowid = new Uint32Array(capacity)
  const readArticle = new Uint32Array(capacity)
  const next = new Uint32Array(articles.rowids.length + 1)
  let length = 0
  let waiting = 0
  /** With the claims that were added, each before the first that comes behind it. */
  const withAdded = (places: readonly ClaimPlace[], last: ClaimPlace | undefined) => {
    const from = waiting
    while (waiting < added.length && (last === undefined || comesBefore(added[waiting] as ClaimPlace, last)))
      waiting += 1
    if (from === waiting) return places
    return [...places, ...added.slice(from, waiting)].sort((a, b) => (comesBefore(a, b) ? -1 : 1))
  }
  for (let after = { article_rowid: 0, start: 0, rowid: 0 }, isLast = false; length < capacity && !isLast; ) {
    const places = await findClaimPlaces(database, after, Math.min(PORTION, capacity - length))
    const last = places.at(-1)
    isLast = last === undefined
    after = last ?? after
    for (const place of withAdded(places, last)) {
      if (length === capacity) break
      const rank = articles.rankOf(place.article_rowid)
      // It came with an article that was not there yet when the articles were read.
      if (rank < 0) continue
      readRowid[length] = place.rowid
      readArticle[length] = rank
      next[rank + 1] = (next[rank + 1] as number) + 1
      length++
    }
  }
  // From how many claims each article has to where its first one goes.
  for (let rank = 1; rank < next.length; rank++) next[rank] = (next[rank] as number) + (next[rank - 1] as number)
  const rowid = new Uint32Array(length)
  const article = new Uint32Array(length)
  for (let place = 0; place < length; place++) {
    const rank = readArticle[place] as number
    const at = next[rank] as number
    next[rank] = at + 1
    rowid[at] = readRowid[place] as number
    article[at] = rank
  }
  // What was read in is needed no more, and its memory serves for what is derived from it.
  const numbers = new RowNumbers(readRowid.subarray(0, length).sort())
  const rankByNumber = readArticle.subarray(0, length)
  for (let rank = 0; rank < length; rank++) rankByNumber[numbers.placeOf(rowid[rank] as number)] = rank
  return { rowid, article, numbers, rankByNumber }
}

function comesBefore(a: ClaimPlace, b: ClaimPlace): boolean {
  return (
    a.article_rowid - b.article_rowid < 0 ||
    (a.article_rowid === b.article_rowid && (a.start - b.start || a.rowid - b.rowid) < 0)
  )
}

/**
 * Sets the columns that corrections change to what the ledger of corrections says now.
 *
 * @returns whether all claims that were added are among the columns
 */
export async function applyCorrections(
  database: StoreDatabase,
  columns: ClaimColumns,
  sources: SourceIndex,
): Promise<boolean> {
  const corrected = await findCorrectedFacts(database)
  for (const [rank, { quotation, act, naming, entity }] of columns.machines) {
    columns.quotation[rank] = quotation
    columns.act[rank] = act
    columns.naming[rank] = naming
    columns.entity[rank] = entity
  }
  columns.machines.clear()
  columns.correctedSources.clear()
  columns.given.clear()
  columns.rejected.fill(0)
  // A claim that was added and taken back again is no claim until the index is made anew.
  for (let number = columns.numbers.firstFrom(ADDED_FROM); number < columns.length; number++)
    columns.rejected[columns.rankByNumber[number] as number] = 1
  if (corrected.length === 0) return true
  const entityNumbers = new Map(sources.entities.map(({ id }, number) => [id, number]))
  let isComplete = true
  for (const fact of corrected) {
    const number = columns.numbers.placeOf(fact.rowid)
    if (number < 0) {
      isComplete &&= fact.rowid <= ADDED_FROM
      continue
    }
    const rank = columns.rankByNumber[number] as number
    columns.machines.set(rank, {
      quotation: columns.quotation[rank] as number,
      act: columns.act[rank] as number,
      naming: columns.naming[rank] as number,
      entity: columns.entity[rank] as number,
    })
    columns.rejected[rank] = fact.rejected
    columns.quotation[rank] = QUOTATION_TYPES.indexOf(fact.quotation)
    columns.act[rank] = ACTS.indexOf(fact.act)
    columns.naming[rank] = NAMINGS.indexOf(fact.naming)
    columns.entity[rank] = fact.entity_id === null ? NONE : (entityNumbers.get(fact.entity_id) ?? NONE)
    const given = placeOf(sources, fact.given_rowid)
    if (given !== NONE) columns.given.set(rank, given)
    if (fact.moved === 1) columns.correctedSources.set(rank, [fact.name, fact.source].filter(Boolean).join('\n'))
  }
  return isComplete
}

/** A number for each text; there are a few hundred lemmas, and what no longer fits is found by none. */
function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (numbers.size >= 2 ** 16) return 0
  numbers.set(text, numbers.size)
  return numbers.size - 1
}

/** By a walk: `Uint8Array.from` would first make a list of all values, of eight bytes each. */
function nameAll(sources: SourceIndex, source: Uint32Array): Uint8Array {
  const naming = new Uint8Array(source.length)
  for (let rank = 0; rank < source.length; rank++) naming[rank] = namingAt(sources, source[rank] as number)
  return naming
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
