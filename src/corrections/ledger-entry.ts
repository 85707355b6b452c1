import type { Act, Naming, QuotationType, SpanRole } from '../domain/labels.ts'
import { SPAN_ROLES } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import type { Cell } from '../seal/canonical-form.ts'
import { CORRECTION, digestCorrectionRow } from '../seal/record-tables.ts'
import type { Digest } from '../seal/seal.ts'

/** Spans by role, in code points; a role that is not there is not spoken of, and an empty list says that there is none. */
export type SpansByRole = Partial<Readonly<Record<SpanRole, readonly Span[]>>>

/** One entry of the ledger of corrections, apart from where it stands there. What is null it does not speak of. */
export interface LedgerEntry {
  readonly claimId: string
  readonly articleId: string
  readonly verdict: 'accepted' | 'rejected' | 'withdrawn' | null
  /** Name of who really says it. */
  readonly source: string | null
  readonly note: string | null
  readonly correctedBy: string | null
  readonly correctedAt: string
  readonly spans: SpansByRole
  readonly act: Act | null
  readonly negated: boolean | null
  readonly quotation: QuotationType | null
  readonly naming: Naming | null
  readonly role: string | null
  readonly affiliation: string | null
  readonly cueLemma: string | null
  readonly sourceId: string | null
  /** Whether it adds a claim that the machine missed. */
  readonly adds: boolean
  /** The claim that was joined or split, where this was done by that. */
  readonly partOf: string | null
  /** The digest of the entry that it takes back. */
  readonly undoes: Digest | null
  /** That of its own row. */
  readonly digest: Digest
}

type CorrectionColumn = (typeof CORRECTION.columns)[number]

const PLACES = new Map(CORRECTION.columns.map((column, place) => [column, place]))

/**
 * An entry of the ledger by its row as it is sealed.
 *
 * @throws SyntaxError where its spans are no JSON of spans
 */
export function toLedgerEntry(cells: readonly Cell[]): LedgerEntry {
  const cell = (column: CorrectionColumn) => cells[PLACES.get(column) as number] ?? null
  const text = (column: CorrectionColumn) => cell(column) as string | null
  const negated = cell('negated')
  return {
    claimId: text('claim_id') ?? '',
    articleId: text('article_id') ?? '',
    verdict: text('verdict') as LedgerEntry['verdict'],
    source: text('source'),
    note: text('note'),
    correctedBy: text('corrected_by'),
    correctedAt: text('corrected_at') ?? '',
    spans: readSpans(text('spans')),
    act: text('act') as Act | null,
    negated: negated === null ? null : negated === 1,
    quotation: text('quotation') as QuotationType | null,
    naming: text('naming') as Naming | null,
    role: text('role'),
    affiliation: text('affiliation'),
    cueLemma: text('cue_lemma'),
    sourceId: text('source_id'),
    adds: cell('adds') === 1,
    partOf: text('part_of'),
    undoes: text('undoes'),
    digest: digestCorrectionRow(cells),
  }
}

/** `{"content":[[936,1087]],"addressee":[]}` */
export function writeSpans(spans: SpansByRole): string | null {
  const given = SPAN_ROLES.filter(role => spans[role] !== undefined)
  if (given.length === 0) return null
  const pairs = given.map(role => [role, (spans[role] ?? []).map(({ start, end }) => [start, end])])
  return JSON.stringify(Object.fromEntries(pairs))
}

/** @throws SyntaxError where it is no JSON of spans */
export function readSpans(json: string | null): SpansByRole {
  if (json === null) return {}
  const read: unknown = JSON.parse(json)
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new SyntaxError('spans are to be an object of lists')
  return Object.fromEntries(Object.entries(read).map(([role, pairs]) => [readRole(role), readPairs(pairs)]))
}

function readRole(role: string): SpanRole {
  if (!(SPAN_ROLES as readonly string[]).includes(role)) throw new SyntaxError(`${role} is no role of spans`)
  return role as SpanRole
}

function readPairs(pairs: unknown): Span[] {
  if (!Array.isArray(pairs)) throw new SyntaxError('spans of a role are to be a list')
  return pairs.map(pair => {
    const [start, end] = Array.isArray(pair) ? (pair as unknown[]) : []
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end))
      throw new SyntaxError('a span is to be a pair of whole numbers')
    return { start: start as number, end: end as number }
  })
}
