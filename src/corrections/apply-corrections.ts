import { SPAN_ROLES } from '../domain/labels.ts'
import type { ArticleRecord, ClaimRecord, ClaimSpan, GroundedField, SourceRecord } from '../domain/record.ts'
import { hashCorrectedSource } from '../domain/record-id.ts'
import { UNKNOWN_SOURCE } from '../domain/source-fields.ts'
import { hullOf, type Span } from '../domain/span.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { type PlacedStanding, StandingPlacer } from './placed-standing.ts'
import { type Standing, standOf } from './stand-of.ts'

/** An article's record as it stands after what people said of its claims. */
export interface CorrectedRecord extends ArticleRecord {
  /** By the claim's id, of claims that the ledger speaks of, those that are found no more among them. */
  readonly standings: ReadonlyMap<string, Standing>
  /** What the machine found. */
  readonly machine: ArticleRecord
}

/** The rule that claims have as their evidence which somebody added. */
export const CORRECTION_RULE = 'correction'

/**
 * What an article's record becomes by its ledger: claims with what was said of them in the place of what the machine found,
 * and claims that were added. Rejected claims stay in it: `standings` says which they are. It is as closed as the record.
 *
 * A claim whose source was described otherwise gets a source of its own, so that other claims keep theirs.
 *
 * @param ledger entries of this article's claims, in any order
 *
 * @example
 * applyCorrections(record, []).claims // → record.claims
 */
export function applyCorrections(record: ArticleRecord, ledger: readonly LedgerEntry[]): CorrectedRecord {
  const standings = new Map<string, Standing>()
  for (const [claimId, [first, ...others]] of Map.groupBy(ledger, entry => entry.claimId))
    if (first !== undefined) standings.set(claimId, standOf([first, ...others]))
  if (standings.size === 0) return { ...record, standings, machine: record }
  const placer = new StandingPlacer(record.article.text)
  const found = new Set(record.claims.map(({ id }) => id))
  const corrected = record.claims.map(claim => {
    const standing = standings.get(claim.id)
    return standing === undefined ? { claim, source: null } : correct(record, claim, placer.place(standing))
  })
  const added = [...standings.values()]
    .filter(({ isAdded, claimId }) => isAdded && !found.has(claimId))
    .map(standing => placer.place(standing))
    .map(standing => correct(record, blank(standing), standing))
  const all = [...corrected, ...added]
  return {
    ...record,
    claims: all.map(({ claim }) => claim).sort(byPlace),
    sources: [...record.sources, ...all.flatMap(({ source }) => source ?? [])].sort((a, b) => compare(a.id, b.id)),
    standings,
    machine: record,
  }
}

interface CorrectedClaim {
  readonly claim: ClaimRecord
  /** Its own source, where it is none of the record's. */
  readonly source: SourceRecord | null
}

function correct(record: ArticleRecord, claim: ClaimRecord, standing: PlacedStanding): CorrectedClaim {
  const kept = claim.spans.filter(({ role }) => standing.spans[role] === undefined)
  const spans = [...kept, ...standing.words].sort(bySpan)
  const source = sourceNow(record, claim, standing)
  return {
    claim: {
      ...claim,
      quotation: standing.quotation ?? claim.quotation,
      act: standing.act ?? claim.act,
      negated: standing.negated ?? claim.negated,
      cueLemma: standing.cueLemma ?? claim.cueLemma,
      context: hullOf([claim.context, ...(standing.context === null ? [] : [standing.context])]) ?? claim.context,
      spans,
      sourceId: source?.id ?? null,
    },
    source: source === null || record.sources.includes(source) ? null : source,
  }
}

/** The source of a claim as it stands: one of the record's, a description of its own, or null where there is none. */
function sourceNow(record: ArticleRecord, claim: ClaimRecord, standing: PlacedStanding): SourceRecord | null {
  const isSet = standing.spans.source !== undefined
  const id = isSet ? standing.sourceId : claim.sourceId
  const known = record.sources.find(source => source.id === id) ?? null
  const { naming, role, affiliation } = standing
  const words = standing.words
    .filter(span => span.role === 'source')
    .map(({ start, end, text }) => ({ start, end, text }))
  const isDescribed = naming !== null || role !== null || affiliation !== null
  if (!isDescribed && (known !== null || words.length === 0)) return known
  const isNobody = naming === 'unstated' && role === null && affiliation === null
  if (isNobody && words.length === 0 && (isSet || known === null)) return null
  const name = naming === 'named' ? standing.source : null
  const entity = name === null ? null : (record.entities.find(one => one.name === name) ?? null)
  const base = known ?? unknownSource(claim.id)
  const isNamed = naming === null ? base.naming === 'named' : naming === 'named'
  return {
    ...base,
    id: hashCorrectedSource(record.article.id, claim.id),
    spans: words.length > 0 ? words : base.spans,
    naming: naming ?? (known !== null ? base.naming : words.length > 0 ? 'unnamed' : 'unstated'),
    kind: name === null ? base.kind : (entity?.kind ?? 'unknown'),
    name: name !== null ? said(name) : isNamed ? base.name : null,
    entityId: name !== null ? (entity?.id ?? null) : isNamed ? base.entityId : null,
    role: role === null ? base.role : said(role),
    affiliation: affiliation === null ? base.affiliation : said(affiliation),
  }
}

function said(value: string): GroundedField<string> {
  return { value, span: null }
}

function unknownSource(id: string): SourceRecord {
  const nobody = { antecedentId: null, entityId: null, evidence: [] }
  return { id, spans: [], naming: 'unnamed', kind: 'unknown', ...UNKNOWN_SOURCE, ...nobody }
}

/** What is taken of a claim that somebody added and said nothing more of. */
function blank({ claimId, hull, context, correctedBy }: PlacedStanding): ClaimRecord {
  return {
    id: claimId,
    quotation: 'none',
    act: 'statement',
    negated: false,
    hedged: false,
    confidence: 1,
    cueLemma: '',
    context: context ?? hull ?? { start: 0, end: 0 },
    spans: [],
    sourceId: null,
    parentId: null,
    citedId: null,
    relayedById: null,
    corroboratedById: null,
    evidence: [{ stage: CORRECTION_RULE, version: 1, rule: CORRECTION_RULE, detail: { by: correctedBy } }],
  }
}

function byPlace(a: ClaimRecord, b: ClaimRecord): number {
  return startOf(a) - startOf(b) || compare(a.id, b.id)
}

function startOf({ spans, context }: ClaimRecord): number {
  return hullOf(spans)?.start ?? context.start
}

function bySpan(a: ClaimSpan & Span, b: ClaimSpan & Span): number {
  const place = ({ role }: ClaimSpan) => [...SPAN_ROLES].sort().indexOf(role)
  return a.start - b.start || place(a) - place(b) || a.sequence - b.sequence
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
