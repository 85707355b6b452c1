import type { SpanRole } from '../domain/labels.ts'
import { SPAN_ROLES } from '../domain/labels.ts'
import type { LedgerEntry, SpansByRole } from './ledger-entry.ts'

/** What became of an entry of the ledger. */
export type EntryState = 'in force' | 'superseded' | 'withdrawn' | 'undone'

/** Where a claim stands after all that people said of it. What is null stays as the machine has it. */
export interface Standing
  extends Pick<
    LedgerEntry,
    | 'claimId'
    | 'articleId'
    | 'source'
    | 'note'
    | 'act'
    | 'negated'
    | 'quotation'
    | 'naming'
    | 'role'
    | 'affiliation'
    | 'cueLemma'
    | 'sourceId'
  > {
  readonly isAdded: boolean
  readonly verdict: 'accepted' | 'rejected' | null
  readonly spans: SpansByRole
  /** How many entries there are, whatever became of them. */
  readonly corrections: number
  /** Of the last entry that was not taken back; null where all were. */
  readonly correctedBy: string | null
  readonly correctedAt: string | null
}

/**
 * The entries of one claim in the order in which they count: of time and, within a millisecond, of their digests, so that
 * it does not matter in which order ledgers were merged.
 */
export function inOrder(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.toSorted((a, b) => compare(a.correctedAt, b.correctedAt) || compare(a.digest, b.digest))
}

/**
 * Entries that nobody took back one by one, in order; what takes back is none of them. A withdrawal among them takes back
 * all before it.
 */
export function effectiveEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const undone = new Set(entries.map(({ undoes }) => undoes))
  return inOrder(entries).filter(entry => entry.undoes === null && !undone.has(entry.digest))
}

/** Where a claim stands by its entries: of each thing that was said of it the last one counts. */
export function standOf(entries: readonly [LedgerEntry, ...LedgerEntry[]]): Standing {
  const effective = effectiveEntries(entries)
  const withdrawn = effective.findLastIndex(({ verdict }) => verdict === 'withdrawn')
  const inForce = effective.slice(withdrawn + 1)
  const last = <Field extends keyof LedgerEntry>(field: Field): LedgerEntry[Field] | null =>
    inForce.findLast(entry => entry[field] !== null)?.[field] ?? null
  const lastWith = (role: SpanRole) => inForce.findLast(entry => entry.spans[role] !== undefined)
  const spans = SPAN_ROLES.flatMap(role => {
    const given = lastWith(role)?.spans[role]
    return given === undefined ? [] : [[role, given] as const]
  })
  // Whoever gives a name says with it that the source is named.
  const named = inForce.findLast(({ source, naming }) => source !== null || naming !== null)
  const [{ claimId, articleId }] = entries
  return {
    claimId,
    articleId,
    isAdded: inForce.some(({ adds }) => adds),
    verdict: last('verdict') as Standing['verdict'],
    source: last('source'),
    note: effective.slice(Math.max(0, withdrawn)).findLast(({ note }) => note !== null)?.note ?? null,
    act: last('act'),
    negated: last('negated'),
    quotation: last('quotation'),
    naming: named === undefined ? null : (named.naming ?? 'named'),
    role: last('role'),
    affiliation: last('affiliation'),
    // They are told with the spans that they are of.
    cueLemma: lastWith('cue')?.cueLemma ?? null,
    sourceId: lastWith('source')?.sourceId ?? null,
    spans: Object.fromEntries(spans),
    corrections: entries.length,
    correctedBy: effective.at(-1)?.correctedBy ?? null,
    correctedAt: effective.at(-1)?.correctedAt ?? null,
  }
}

/** What an entry can say of a claim, each for itself, besides spans: the last entry that says something of it counts. */
export const SAID_FIELDS = [
  'verdict',
  'source',
  'note',
  'act',
  'negated',
  'quotation',
  'naming',
  'role',
  'affiliation',
] as const satisfies readonly (keyof LedgerEntry)[]

/** What each entry of one claim says of what can be said, by name. */
export function saidBy(entry: LedgerEntry): string[] {
  return [
    ...SAID_FIELDS.filter(field => entry[field] !== null),
    ...SPAN_ROLES.filter(role => entry.spans[role] !== undefined).map(role => `${role} spans`),
    ...(entry.adds ? ['adds'] : []),
  ]
}

/** What became of each of the entries of one claim, by digest. */
export function judgeEntries(entries: readonly LedgerEntry[]): ReadonlyMap<string, EntryState> {
  const effective = effectiveEntries(entries)
  const withdrawn = effective.findLastIndex(({ verdict }) => verdict === 'withdrawn')
  const states = new Map<string, EntryState>()
  for (const [place, entry] of effective.entries()) {
    const later = effective.slice(place + 1).map(saidBy)
    const isOverruled = saidBy(entry).every(said => later.some(other => other.includes(said)))
    states.set(entry.digest, place < withdrawn ? 'withdrawn' : isOverruled ? 'superseded' : 'in force')
  }
  for (const entry of entries)
    if (!states.has(entry.digest)) states.set(entry.digest, entry.undoes === null ? 'undone' : 'in force')
  return states
}

/**
 * The last entry that can be taken back by another: the last that was neither taken back nor takes back. Null where there is
 * none.
 */
export function lastToUndo(entries: readonly LedgerEntry[]): LedgerEntry | null {
  return effectiveEntries(entries).at(-1) ?? null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
