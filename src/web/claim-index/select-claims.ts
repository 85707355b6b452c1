import { ACTS, type Act, NAMINGS, type Naming, QUOTATION_TYPES, type QuotationType } from '../../domain/labels.ts'
import { listedActs } from '../../domain/listed-acts.ts'
import { nameMonth } from '../../domain/month.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { ClaimSet } from './claim-set.ts'
import type { FacetValue } from './facet-value.ts'
import { NO_DAY, toDay, UNDATED } from './load-articles.ts'
import { NONE } from './load-sources.ts'
import { VoicedClaims, type VoiceFacet, type VoicesAsked } from './voiced-claims.ts'

/** Which claims are wanted: every condition that is given must hold, and of the values of one any may. */
export interface ClaimSelection {
  /** Words in the source as the text has it or in its resolved name. */
  readonly by?: string | undefined
  /** Ids of entities. */
  readonly source?: readonly string[]
  readonly naming?: readonly Naming[]
  readonly act?: readonly Act[]
  readonly quotation?: readonly QuotationType[]
  readonly publisher?: readonly string[]
  /** First and last day of publication, `2026-05-31`. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Belief, intention and feeling too, where no act is asked for by name; see `listedActs`. */
  readonly attitudes?: boolean
  /** The claims that corrections rejected instead of those that stand. */
  readonly rejected?: boolean
  /** Only claims of these voices. */
  readonly voices?: VoicesAsked | undefined
}

export interface PageRequest {
  readonly size: number
  /** Claims after, or else before, the one at this rank; the first page when neither is given. */
  readonly after?: number | undefined
  readonly before?: number | undefined
}

/** How many claims each value of a facet would leave, with all conditions but the facet's own. */
export interface Facets {
  readonly naming: readonly FacetValue<Naming>[]
  readonly act: readonly FacetValue<Act>[]
  readonly quotation: readonly FacetValue<QuotationType>[]
  readonly publisher: readonly FacetValue<string>[]
  /** Most claims first, the first few only. */
  readonly source: readonly (FacetValue<string> & { readonly name: string })[]
  /** `2026-05`, oldest first; articles without a date are left out. */
  readonly month: readonly FacetValue<string>[]
  /** By what lies in the voices; null where no condition is of these. */
  readonly voices: Readonly<Record<VoiceFacet, readonly FacetValue<string>[]>> | null
}

export interface SelectedClaims {
  readonly total: number
  /** How many stand before the first of the page. */
  readonly before: number
  /** Of the claims on the page, in order. */
  readonly ranks: readonly number[]
  readonly facets: Facets
}

const FACET_ROWS = 12

/** Conditions of which one may fail for a claim to count in that facet; any other failure leaves it out. */
const FAILS = { naming: 1, act: 2, quotation: 4, publisher: 8, source: 16, date: 32 } as const

/**
 * Finds one page of claims and counts the facets, in one walk over all claims: some ten milliseconds a million.
 *
 * @param found claims whose content holds the words searched for; null when nothing is searched for
 */
export function selectClaims(
  index: ClaimIndex,
  selection: ClaimSelection,
  found: ClaimSet | null,
  page: PageRequest,
): SelectedClaims {
  const { claims, articles, sources } = index
  const namings = accept(NAMINGS, selection.naming)
  const acts = accept(ACTS, listedActs(selection))
  const quotations = accept(QUOTATION_TYPES, selection.quotation)
  const publishers = accept(articles.publishers, selection.publisher)
  const entities = selection.source === undefined ? null : new Set(selection.source.map(id => index.entityOf(id)))
  // Who is unknown has said nothing; `NONE` would be every claim without an entity.
  entities?.delete(NONE)
  const bySource = selection.by === undefined ? null : matchSources(index, selection.by)
  const since = selection.since === undefined ? NO_DAY : toDay(selection.since)
  const until = selection.until === undefined ? Number.POSITIVE_INFINITY : toDay(selection.until)
  const rejected = selection.rejected === true ? 1 : 0
  const isDated = selection.since !== undefined || selection.until !== undefined

  const counts = {
    naming: new Uint32Array(NAMINGS.length),
    act: new Uint32Array(ACTS.length),
    quotation: new Uint32Array(QUOTATION_TYPES.length),
    publisher: new Uint32Array(articles.publishers.length),
    source: new Uint32Array(sources.entities.length),
  }
  const voiced = selection.voices === undefined ? null : new VoicedClaims(selection.voices)
  const months = new Map<number, number>()
  const window = new PageWindow(page)
  for (let rank = 0; rank < claims.length; rank++) {
    if (found !== null && !found.has(rank)) continue
    if (claims.rejected[rank] !== rejected) continue
    if (bySource !== null && !bySource(rank)) continue
    if (voiced !== null && !voiced.holds(rank)) continue
    const naming = claims.naming[rank] as number
    const act = claims.act[rank] as number
    const quotation = claims.quotation[rank] as number
    const article = claims.article[rank] as number
    const publisher = articles.publisher[article] as number
    const day = articles.day[article] as number
    const entity = claims.entity[rank] as number
    let fails = voiced === null ? 0 : voiced.failsOf(rank)
    if (namings[naming] === 0) fails |= FAILS.naming
    if (acts[act] === 0) fails |= FAILS.act
    if (quotations[quotation] === 0) fails |= FAILS.quotation
    if (publishers[publisher] === 0) fails |= FAILS.publisher
    if (entities !== null && !entities.has(entity)) fails |= FAILS.source
    if (isDated && (day === NO_DAY || day < since || day > until)) fails |= FAILS.date
    if (fails === 0) window.add(rank)
    voiced?.count(rank, fails)
    if ((fails & ~FAILS.naming) === 0) counts.naming[naming] = (counts.naming[naming] as number) + 1
    if ((fails & ~FAILS.act) === 0) counts.act[act] = (counts.act[act] as number) + 1
    if ((fails & ~FAILS.quotation) === 0) counts.quotation[quotation] = (counts.quotation[quotation] as number) + 1
    if ((fails & ~FAILS.publisher) === 0) counts.publisher[publisher] = (counts.publisher[publisher] as number) + 1
    if ((fails & ~FAILS.source) === 0 && entity !== NONE) counts.source[entity] = (counts.source[entity] as number) + 1
    if ((fails & ~FAILS.date) === 0) {
      const month = articles.month[article] as number
      months.set(month, (months.get(month) ?? 0) + 1)
    }
  }
  return {
    total: window.total,
    ...window.finish(),
    facets: {
      naming: NAMINGS.map((value, number) => ({ value, claims: counts.naming[number] as number })),
      act: ACTS.map((value, number) => ({ value, claims: counts.act[number] as number })),
      quotation: QUOTATION_TYPES.map((value, number) => ({ value, claims: counts.quotation[number] as number })),
      publisher: largest(counts.publisher).flatMap(({ number, claims }) => {
        const value = articles.publishers[number]
        return value === null || value === undefined ? [] : [{ value, claims }]
      }),
      source: largest(counts.source).flatMap(({ number, claims }) => {
        const entity = sources.entities[number]
        return entity === undefined ? [] : [{ value: entity.id, name: entity.name, claims }]
      }),
      month: [...months]
        .filter(([month]) => month !== UNDATED)
        .toSorted(([a], [b]) => a - b)
        .map(([month, claims]) => ({ value: nameMonth(month), claims })),
      voices: voiced?.facets() ?? null,
    },
  }
}

/** Tells of a rank whether the words stand in the claim's source or in its name, whatever their case. */
function matchSources({ claims, sources }: ClaimIndex, words: string): (rank: number) => boolean {
  const wanted = words.toLowerCase()
  const inWords = Uint8Array.from(sources.words, word => (word.toLowerCase().includes(wanted) ? 1 : 0))
  const inNames = Uint8Array.from(sources.entities, ({ name }) => (name.toLowerCase().includes(wanted) ? 1 : 0))
  return rank => {
    const corrected = claims.correctedSources.get(rank)
    if (corrected !== undefined) return corrected.toLowerCase().includes(wanted)
    const source = claims.source[rank] as number
    if (source === NONE) return false
    const entity = sources.entity[source] as number
    return inWords[sources.word[source] as number] === 1 || (entity !== NONE && inNames[entity] === 1)
  }
}

function accept<Value>(known: readonly (Value | null)[], wanted: readonly Value[] | undefined): Uint8Array {
  return Uint8Array.from(known, value => (wanted === undefined || (value !== null && wanted.includes(value)) ? 1 : 0))
}

function largest(counts: Uint32Array): { readonly number: number; readonly claims: number }[] {
  const best: { number: number; claims: number }[] = []
  for (let number = 0; number < counts.length; number++) {
    const claims = counts[number] as number
    if (claims === 0 || (best.length === FACET_ROWS && claims <= (best.at(-1)?.claims ?? 0))) continue
    const place = best.findIndex(other => other.claims < claims)
    best.splice(place < 0 ? best.length : place, 0, { number, claims })
    if (best.length > FACET_ROWS) best.pop()
  }
  return best
}

/** Keeps the ranks of one page while all that match go by. */
class PageWindow {
  readonly #page: PageRequest
  #ranks: number[] = []
  #before = 0
  total = 0

  constructor(page: PageRequest) {
    this.#page = page
  }

  add(rank: number): void {
    this.total++
    const { size, after, before } = this.#page
    if (before !== undefined) {
      if (rank >= before) return
      this.#ranks.push(rank)
      // Only the last `size` count; the others go in one stroke, now and then.
      if (this.#ranks.length >= 32 * size) this.#dropAllBut(size)
    } else if (after !== undefined && rank <= after) this.#before++
    else if (this.#ranks.length < size) this.#ranks.push(rank)
  }

  finish(): Pick<SelectedClaims, 'ranks' | 'before'> {
    if (this.#page.before !== undefined) this.#dropAllBut(this.#page.size)
    return { ranks: this.#ranks, before: this.#before }
  }

  #dropAllBut(size: number): void {
    const dropped = Math.max(0, this.#ranks.length - size)
    this.#ranks = this.#ranks.slice(dropped)
    this.#before += dropped
  }
}
