import { NAMINGS, type Naming } from '../../domain/labels.ts'
import type { ClaimColumns } from './loading/load-claims.ts'
import { NONE, type SourceIndex } from './loading/load-sources.ts'

/** Sources whose identity is withheld, one entry for all the words of the same people in one article. */
export interface Ledger {
  readonly length: number
  /** Place of the source that the others were resolved to. */
  readonly source: Uint32Array
  /** Claims that rest on it, under whatever words, and those of others who cite it. */
  readonly claims: Uint32Array
  /** How many of them a named source of the article says too. */
  readonly corroborated: Uint32Array
  /** How many others a correction rejected or gave to another source. */
  readonly corrected: Uint32Array
}

const WITHHELD: readonly Naming[] = ['unnamed', 'anonymous']

/** The same entries and counts as the view `v_anonymous`. */
export function buildLedger(sources: SourceIndex, claims: ClaimColumns): Ledger {
  const isWithheld = Uint8Array.from(NAMINGS, naming => (WITHHELD.includes(naming) ? 1 : 0))
  const withheld = (place: number) => isWithheld[sources.naming[place] as number] === 1
  const isRoot = (place: number) => {
    const antecedent = sources.antecedent[place] as number
    return withheld(place) && (antecedent === NONE || !withheld(antecedent))
  }
  const count = sources.numbers.length
  const entryOf = new Uint32Array(count).fill(NONE)
  let length = 0
  for (let place = 0; place < count; place++) if (isRoot(place)) entryOf[place] = length++
  const roots = new Uint32Array(length)
  for (let place = 0; place < count; place++) if (entryOf[place] !== NONE) roots[entryOf[place] as number] = place
  // What was resolved to a root, at whatever remove, rests on it.
  for (let place = 0; place < count; place++) {
    if (entryOf[place] !== NONE || sources.antecedent[place] === NONE) continue
    const path: number[] = []
    let at = place
    while (entryOf[at] === NONE && sources.antecedent[at] !== NONE && !path.includes(at)) {
      path.push(at)
      at = sources.antecedent[at] as number
    }
    const entry = entryOf[at] as number
    if (entry !== NONE) for (const passed of path) entryOf[passed] = entry
  }
  const ledger = {
    length,
    source: roots,
    claims: new Uint32Array(length),
    corroborated: new Uint32Array(length),
    corrected: new Uint32Array(length),
  }
  for (let rank = 0; rank < claims.length; rank++) {
    const said = entryAt(entryOf, claims.source[rank] as number)
    const cited = entryAt(entryOf, claims.cited.get(rank) ?? NONE)
    const given = entryAt(entryOf, claims.given.get(rank) ?? NONE)
    if (given !== NONE && claims.rejected[rank] === 0) ledger.claims[given] = (ledger.claims[given] as number) + 1
    if (claims.rejected[rank] === 1 || claims.correctedSources.has(rank)) {
      for (const entry of new Set([said, cited]))
        if (entry !== NONE) ledger.corrected[entry] = (ledger.corrected[entry] as number) + 1
      continue
    }
    if (said !== NONE) {
      ledger.claims[said] = (ledger.claims[said] as number) + 1
      if (isCorroborated(claims, rank)) ledger.corroborated[said] = (ledger.corroborated[said] as number) + 1
    }
    if (cited !== NONE && cited !== said) ledger.claims[cited] = (ledger.claims[cited] as number) + 1
  }
  return ledger
}

/** Whether a named source of the article says the same, in a claim that was not rejected. */
function isCorroborated({ corroboratedBy, numbers, rankByNumber, rejected }: ClaimColumns, rank: number): boolean {
  const rowid = corroboratedBy.get(rank)
  const number = rowid === undefined ? -1 : numbers.placeOf(rowid)
  return number >= 0 && rejected[rankByNumber[number] as number] === 0
}

function entryAt(entryOf: Uint32Array, place: number): number {
  return place === NONE ? NONE : (entryOf[place] as number)
}

export const LEDGER_ORDERS = ['claims', 'corroborated', 'published', 'naming', 'number', 'source', 'reason'] as const
export type LedgerOrder = (typeof LEDGER_ORDERS)[number]

export interface LedgerRequest {
  readonly order: LedgerOrder
  readonly descending: boolean
  readonly naming?: readonly Naming[]
  /** Only those whom no named source bears out. */
  readonly lone?: boolean
  /** Only those for whose anonymity the article gives no reason. */
  readonly unexplained?: boolean
  readonly offset: number
  readonly size: number
}

export interface LedgerPage {
  readonly total: number
  readonly entries: readonly LedgerEntry[]
}

export interface LedgerEntry {
  /** Of the source. */
  readonly rowid: number
  readonly claims: number
  readonly corroborated: number
}

/** One page of the ledger in the order asked for; where that is equal, in the order of articles and text. */
export function selectLedger(sources: SourceIndex, ledger: Ledger, request: LedgerRequest): LedgerPage {
  const namings = Uint8Array.from(NAMINGS, naming => (request.naming?.includes(naming) === false ? 0 : 1))
  const { offset, size } = request
  const entries: LedgerEntry[] = []
  let total = 0
  for (const entry of orderLedger(sources, ledger, request.order, request.descending)) {
    const place = ledger.source[entry] as number
    const claims = ledger.claims[entry] as number
    const corroborated = ledger.corroborated[entry] as number
    // All that rested on it has been taken away by corrections.
    if (claims === 0 && (ledger.corrected[entry] as number) > 0) continue
    if (namings[sources.naming[place] as number] === 0) continue
    if (request.lone === true && corroborated > 0) continue
    if (request.unexplained === true && sources.hasReason[place] === 1) continue
    if (total >= offset && entries.length < size)
      entries.push({ rowid: sources.numbers.rowidAt(place), claims, corroborated })
    total++
  }
  return { total, entries }
}

/** What sorting needs, kept for the next page: new columns for each would be megabytes a page until they are collected. */
interface Sorting {
  /** All entries in the order of articles and text. */
  readonly inText: Uint32Array
  readonly keys: Uint32Array
  readonly sorted: Uint32Array
}

const sortings = new WeakMap<Ledger, Sorting>()

function prepareSorting(sources: SourceIndex, ledger: Ledger): Sorting {
  const column = () => new Uint32Array(ledger.length)
  const [keys, inText] = [column(), column()]
  fillKeys(keys, ledger, place => rankOf(sources, place))
  sortByKeys(
    ledger.source.map((_, entry) => entry),
    keys,
    false,
    inText,
  )
  return { inText, keys, sorted: column() }
}

/**
 * All entries in an order; those that are equal in it in the order of articles and text, whichever way it runs. They
 * hold until the next call.
 */
function orderLedger(sources: SourceIndex, ledger: Ledger, order: LedgerOrder, descending: boolean): Uint32Array {
  const sorting = sortings.get(ledger) ?? prepareSorting(sources, ledger)
  sortings.set(ledger, sorting)
  const { inText, keys, sorted } = sorting
  if (order === 'claims' || order === 'corroborated') sortByKeys(inText, ledger[order], descending, sorted)
  else {
    fillKeys(keys, ledger, keyIn(sources, ledger, order))
    sortByKeys(inText, keys, descending, sorted)
  }
  return sorted
}

/**
 * Sorts entries by their keys, which are whole numbers from 0 on, and leaves those of equal keys as they stood. It counts
 * instead of comparing: a hundredth of the time for the few hundred thousand entries of a large archive.
 */
function sortByKeys(entries: Uint32Array, keys: Uint32Array, descending: boolean, sorted: Uint32Array): void {
  let most = 0
  for (const key of keys) if (key > most) most = key
  const next = new Uint32Array(most + 2)
  const keyOf = (entry: number) => (descending ? most - (keys[entry] as number) : (keys[entry] as number))
  for (const entry of entries) next[keyOf(entry) + 1] = (next[keyOf(entry) + 1] as number) + 1
  for (let key = 1; key <= most; key++) next[key] = (next[key] as number) + (next[key - 1] as number)
  for (const entry of entries) {
    const key = keyOf(entry)
    sorted[next[key] as number] = entry
    next[key] = (next[key] as number) + 1
  }
}

function fillKeys(keys: Uint32Array, { source }: Ledger, keyOf: (place: number) => number): void {
  for (let entry = 0; entry < keys.length; entry++) keys[entry] = keyOf(source[entry] as number)
}

/** Rank of a source's article; one that has come since the articles were read stands with the first. */
function rankOf(sources: SourceIndex, place: number): number {
  const rank = sources.article[place] as number
  return rank === NONE ? 0 : rank
}

/** The key of a source's place in an order that is not the ledger's own. */
function keyIn(
  sources: SourceIndex,
  ledger: Ledger,
  order: Exclude<LedgerOrder, 'claims' | 'corroborated'>,
): (place: number) => number {
  if (order === 'source') {
    const ranks = rankWords(sources.words)
    return place => ranks[sources.word[place] as number] as number
  }
  if (order === 'published') {
    // Ranks rise from the newest article to the oldest; a column that does not descend begins with the oldest.
    let last = 0
    for (const place of ledger.source) last = Math.max(last, rankOf(sources, place))
    return place => last - rankOf(sources, place)
  }
  const column = { naming: sources.naming, number: sources.count, reason: sources.hasReason }[order]
  return place => column[place] as number
}

const rankedWords = new WeakMap<readonly string[], Uint32Array>()

/** The place of each wording in the alphabet; found once an index, since sorting takes longer than all the rest. */
function rankWords(words: readonly string[]): Uint32Array {
  const known = rankedWords.get(words)
  if (known !== undefined) return known
  const { compare } = new Intl.Collator('en')
  const ranks = new Uint32Array(words.length)
  for (const [rank, number] of [...words.keys()]
    .sort((a, b) => compare(words[a] as string, words[b] as string))
    .entries())
    ranks[number] = rank
  rankedWords.set(words, ranks)
  return ranks
}
