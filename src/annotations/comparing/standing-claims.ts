import { readSpans } from '../../corrections/ledger-entry.ts'
import {
  type Act,
  type Naming,
  type QuotationType,
  type SourceKind,
  SPAN_ROLES,
  type SpanRole,
} from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { type ExportedClaim, toExportedClaim } from '../../export/exported-claim.ts'
import { readArticleRecord } from '../../store/queries/article-record.ts'
import { streamClaims } from '../../store/queries/stream-claims.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { canonicalKey } from './canonical-spans.ts'

/** What annotation tools can say of a claim. Spans in code points. */
export interface ClaimValues {
  readonly spans: Readonly<Record<SpanRole, readonly Span[]>>
  readonly act: Act
  readonly quotation: QuotationType
  readonly naming: Naming
  readonly negated: boolean
  readonly name: string | null
  readonly role: string | null
  readonly affiliation: string | null
}

/** Fields that corrections speak of, besides spans. */
export const VALUE_FIELDS = ['act', 'quotation', 'naming', 'negated', 'name', 'role', 'affiliation'] as const

/** What the machine has otherwise than the claim stands: roles of spans, then other fields. Empty where nothing was changed. */
export function changedFields(
  text: CodePointText,
  { now, machine }: StandingClaim,
): (SpanRole | (typeof VALUE_FIELDS)[number])[] {
  if (machine === null) return []
  return [
    ...SPAN_ROLES.filter(role => canonicalKey(text, now.spans[role]) !== canonicalKey(text, machine.spans[role])),
    ...VALUE_FIELDS.filter(field => now[field] !== machine[field]),
  ]
}

/** Whether somebody said whether the claim is one, changed it or added it. A note alone says nothing of that. */
export function isJudged(text: CodePointText, claim: StandingClaim): boolean {
  const { isAccepted, isRejected, machine } = claim
  return isAccepted || isRejected || machine === null || changedFields(text, claim).length > 0
}

/** What one correction said; what it did not speak of is left out. */
export type SaidValues = Partial<Omit<ClaimValues, 'spans'>> & { readonly spans: Partial<ClaimValues['spans']> }

/** A claim of an article with everything that a file may agree with. */
export interface StandingClaim {
  readonly id: string
  readonly isRejected: boolean
  /** Whether somebody said that it is right. */
  readonly isAccepted: boolean
  /** Why, as the last correction says. */
  readonly note: string | null
  readonly kind: SourceKind | null
  /** As the machine has it; null where somebody added the claim. */
  readonly confidence: number | null
  readonly now: ClaimValues
  /** What the machine found; null where somebody added the claim. */
  readonly machine: ClaimValues | null
  /** What corrections said up to now, whatever became of them. */
  readonly said: readonly SaidValues[]
}

/** Every claim of an article, rejected ones too, as it stands. */
export async function readStandingClaims(database: StoreDatabase, articleId: string): Promise<StandingClaim[]> {
  const machine = await readMachineValues(database, articleId)
  const said = await readSaid(database, articleId)
  const claims: StandingClaim[] = []
  for await (const stored of streamClaims(database, { article: articleId, rejected: true })) {
    const claim = toExportedClaim(stored)
    claims.push({
      id: claim.id,
      isRejected: claim.status === 'rejected',
      isAccepted: claim.correction?.verdict === 'accepted',
      note: claim.correction?.note ?? null,
      kind: claim.source?.kind ?? null,
      confidence: machine.has(claim.id) ? claim.confidence : null,
      now: valuesOf(claim),
      machine: machine.get(claim.id) ?? null,
      said: said.get(claim.id) ?? [],
    })
  }
  return claims
}

function valuesOf({ act, quotation, negated, source, cue, content, addressee }: ExportedClaim): ClaimValues {
  const spansOf = (words: { readonly spans: ExportedClaim['cue']['spans'] } | null) =>
    (words?.spans ?? []).map(([start, end]) => ({ start, end }))
  return {
    spans: { source: spansOf(source), cue: spansOf(cue), content: spansOf(content), addressee: spansOf(addressee) },
    act,
    quotation,
    naming: source?.naming ?? 'unstated',
    negated,
    name: source?.name ?? null,
    role: source?.role ?? null,
    affiliation: source?.affiliation ?? null,
  }
}

async function readMachineValues(database: StoreDatabase, articleId: string): Promise<Map<string, ClaimValues>> {
  const { claims, sources } = await readArticleRecord(database, articleId)
  const sourceById = new Map(sources.map(source => [source.id, source]))
  return new Map(
    claims.map(claim => {
      const source = claim.sourceId === null ? undefined : sourceById.get(claim.sourceId)
      const spansOf = (wanted: SpanRole) => claim.spans.filter(({ role }) => role === wanted).map(toSpan)
      // As exports have it: where the claim has no words for its source, those of the source itself.
      const own = spansOf('source')
      const words = own.length > 0 ? own : (source?.spans ?? []).map(toSpan)
      const spans = { source: words, cue: spansOf('cue'), content: spansOf('content'), addressee: spansOf('addressee') }
      const { act, quotation, negated } = claim
      const values = { spans, act, quotation, negated, naming: source?.naming ?? ('unstated' as const) }
      const fields = { name: source?.name?.value, role: source?.role?.value, affiliation: source?.affiliation?.value }
      return [claim.id, { ...values, name: null, role: null, affiliation: null, ...known(fields) }]
    }),
  )
}

function known<Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function toSpan({ start, end }: Span): Span {
  return { start, end }
}

async function readSaid(database: StoreDatabase, articleId: string): Promise<Map<string, SaidValues[]>> {
  const rows = await database.selectFrom('correction').selectAll().where('article_id', '=', articleId).execute()
  const said = new Map<string, SaidValues[]>()
  for (const { claim_id, source, act, quotation, naming, negated, spans } of rows) {
    const values: SaidValues = {
      spans: readSpans(spans),
      ...(act === null ? {} : { act }),
      ...(quotation === null ? {} : { quotation }),
      ...(naming === null ? {} : { naming }),
      ...(negated === null ? {} : { negated: negated === 1 }),
      ...(source === null ? {} : { name: source }),
    }
    said.set(claim_id, [...(said.get(claim_id) ?? []), values])
  }
  return said
}
