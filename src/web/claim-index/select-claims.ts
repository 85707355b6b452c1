import { nameMonth } from '../../domain/articles/month.ts'
import { ACTS, type Act, NAMINGS, type Naming, QUOTATION_TYPES, type QuotationType } from '../../domain/labels.ts'
import { listedActs } from '../../domain/listed-acts.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { ClaimSet } from './claim-set.ts'
import type { FacetValue } from './facet-value.ts'
import { NO_DAY, toDay, UNDATED } from './loading/load-articles.ts'
import { NONE } from './loading/load-sources.ts'
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
  const conditions = new Conditions(index, selection)
  const voiced = selection.voices === undefined ? null : new VoicedClaims(selection.voices)
  const tally = new Tally(index)
  const window = new PageWindow(page)
  for (let rank = 0; rank < index.claims.length; rank++) {
    if (found !== null && !found.has(rank)) continue
    if (conditions.leavesOut(rank)) continue
    if (voiced !== null && !voiced.holds(rank)) continue
    const fails = conditions.failsOf(rank) | (voiced === null ? 0 : voiced.failsOf(rank))
    if (fails === 0) window.add(rank)
    voiced?.count(rank, fails)
    tally.count(rank, fails)
  }
  return {
    total: window.total,
    ...window.finish(),
    facets: { ...tally.facets(), voices: voiced?.facets() ?? null },
  }
}

/** What a selection asks of claims that lies in the claims and their articles. */
class Conditions {
  readonly #index: ClaimIndex
  /** For each value of a column, 1 where it is wanted. */
  readonly #namings: Uint8Array
  readonly #acts: Uint8Array
  readonly #quotations: Uint8Array
  readonly #publishers: Uint8Array
  readonly #entities: ReadonlySet<number> | null
  readonly #isBySource: ((rank: number) => boolean) | null
  readonly #rejected: 0 | 1
  readonly #isDated: boolean
  readonly #since: number
  readonly #until: number

  constructor(index: ClaimIndex, selection: ClaimSelection) {
    const { by, source, since, until } = selection
    this.#index = index
    this.#namings = accept(NAMINGS, selection.naming)
    this.#acts = accept(ACTS, listedActs(selection))
    this.#quotations = accept(QUOTATION_TYPES, selection.quotation)
    this.#publishers = accept(index.articles.publishers, selection.publisher)
    this.#entities = source === undefined ? null : entitiesOf(index, source)
    this.#isBySource = by === undefined ? null : matchSources(index, by)
    this.#rejected = selection.rejected === true ? 1 : 0
    this.#isDated = since !== undefined || until !== undefined
    this.#since = since === undefined ? NO_DAY : toDay(since)
    this.#until = until === undefined ? Number.POSITIVE_INFINITY : toDay(until)
  }

  /** Whether a claim counts in no facet. */
  leavesOut(rank: number): boolean {
    if (this.#index.claims.rejected[rank] !== this.#rejected) return true
    return this.#isBySource !== null && !this.#isBySource(rank)
  }

  /** The facets whose conditions fail, as flags. */
  failsOf(rank: number): number {
    const { claims, articles } = this.#index
    const article = claims.article[rank] as number
    const day = articles.day[article] as number
    let fails = 0
    if (this.#namings[claims.naming[rank] as number] === 0) fails |= FAILS.naming
    if (this.#acts[claims.act[rank] as number] === 0) fails |= FAILS.act
    if (this.#quotations[claims.quotation[rank] as number] === 0) fails |= FAILS.quotation
    if (this.#publishers[articles.publisher[article] as number] === 0) fails |= FAILS.publisher
    if (this.#entities !== null && !this.#entities.has(claims.entity[rank] as number)) fails |= FAILS.source
    if (this.#isDated && (day === NO_DAY || day < this.#since || day > this.#until)) fails |= FAILS.date
    return fails
  }
}

/** Who is unknown has said nothing; `NONE` would be every claim without an entity. */
function entitiesOf(index: ClaimIndex, ids: readonly string[]): ReadonlySet<number> {
  const entities = new Set(ids.map(id => index.entityOf(id)))
  entities.delete(NONE)
  return entities
}

/** Counts claims by the values of every facet. */
class Tally {
  readonly #index: ClaimIndex
  readonly #naming = new Uint32Array(NAMINGS.length)
  readonly #act = new Uint32Array(ACTS.length)
  readonly #quotation = new Uint32Array(QUOTATION_TYPES.length)
  readonly #publisher: Uint32Array
  readonly #source: Uint32Array
  readonly #months = new Map<number, number>()

  constructor(index: ClaimIndex) {
    this.#index = index
    this.#publisher = new Uint32Array(index.articles.publishers.length)
    this.#source = new Uint32Array(index.sources.entities.length)
  }

  /** @param fails the facets whose conditions the claim fails: one may, and then it counts in that facet alone */
  count(rank: number, fails: number): void {
    const { claims, articles } = this.#index
    const article = claims.article[rank] as number
    const entity = claims.entity[rank] as number
    if ((fails & ~FAILS.naming) === 0) addOne(this.#naming, claims.naming[rank] as number)
    if ((fails & ~FAILS.act) === 0) addOne(this.#act, claims.act[rank] as number)
    if ((fails & ~FAILS.quotation) === 0) addOne(this.#quotation, claims.quotation[rank] as number)
    if ((fails & ~FAILS.publisher) === 0) addOne(this.#publisher, articles.publisher[article] as number)
    if ((fails & ~FAILS.source) === 0 && entity !== NONE) addOne(this.#source, entity)
    if ((fails & ~FAILS.date) !== 0) return
    const month = articles.month[article] as number
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1)
  }

  facets(): Omit<Facets, 'voices'> {
    const { articles, sources } = this.#index
    return {
      naming: NAMINGS.map((value, number) => ({ value, claims: this.#naming[number] as number })),
      act: ACTS.map((value, number) => ({ value, claims: this.#act[number] as number })),
      quotation: QUOTATION_TYPES.map((value, number) => ({ value, claims: this.#quotation[number] as number })),
      publisher: largest(this.#publisher).flatMap(({ number, claims }) => {
        const value = articles.publishers[number]
        return value === null || value === undefined ? [] : [{ value, claims }]
      }),
      source: largest(this.#source).flatMap(({ number, claims }) => {
        const entity = sources.entities[number]
        return entity === undefined ? [] : [{ value: entity.id, name: entity.name, claims }]
      }),
      month: [...this.#months]
        .filter(([month]) => month !== UNDATED)
        .toSorted(([a], [b]) => a - b)
        .map(([month, claims]) => ({ value: nameMonth(month), claims })),
    }
  }
}

function addOne(counts: Uint32Array, number: number): void {
  counts[number] = (counts[number] as number) + 1
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
