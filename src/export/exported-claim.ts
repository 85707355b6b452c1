import type { Act, Naming, QuotationType, SourceKind, SpanRole } from '../domain/labels.ts'
import type { TextSpan } from '../domain/record.ts'
import { PART_SEPARATOR } from '../store/queries/joined-texts.ts'
import type { ClaimWithParts } from '../store/queries/stream-claims.ts'
import type { ClaimStatus } from '../store/schema.ts'

/** Start and end in code points of the article's text, end exclusive. */
export type OffsetPair = readonly [start: number, end: number]

/** Words in one or several parts; `text` joins the parts with ` … `. */
export interface ExportedWords {
  readonly text: string
  readonly spans: readonly OffsetPair[]
}

/** A claim as exports give it. Names and their order are a promise: add at the end, never rename. */
export interface ExportedClaim {
  readonly id: string
  readonly article: {
    /** SHA-256 of the article's text in UTF-8, which the offsets count in. */
    readonly id: string
    readonly uri: string
    /** SHA-256 of the bytes that the article was read from. */
    readonly sha256: string
    readonly title: string | null
    readonly published_at: string | null
  }
  readonly quotation: QuotationType
  readonly act: Act
  readonly negated: boolean
  readonly hedged: boolean
  readonly confidence: number
  readonly status: ClaimStatus
  /** Null where the text gives none. */
  readonly source:
    | (ExportedWords & {
        readonly naming: Naming
        readonly kind: SourceKind
        /** The resolved name. */
        readonly name: string | null
        readonly role: string | null
        readonly affiliation: string | null
        readonly number: number | null
        readonly reason: string | null
        readonly knowledge: string | null
      })
    | null
  readonly cue: { readonly text: string; readonly lemma: string; readonly spans: readonly OffsetPair[] }
  /** Null where there is none, as in a refusal to comment. */
  readonly content: ExportedWords | null
  readonly addressee: ExportedWords | null
  readonly evidence: readonly { readonly stage: string; readonly version: number; readonly rule: string }[]
  /** What people said of it, which status, name, naming and kind follow; null when nobody did. */
  readonly correction: {
    /** The last one that was not withdrawn. */
    readonly verdict: ClaimStatus | null
    readonly note: string | null
    readonly by: string | null
    /** What the machine found. */
    readonly machine: { readonly naming: Naming; readonly kind: SourceKind | null; readonly name: string | null }
  } | null
}

/** Brings a stored claim into the shape, and the order of keys, of the export contract. */
export function toExportedClaim({ claim, spans, sourceSpans, evidence }: ClaimWithParts): ExportedClaim {
  const words = (role: SpanRole) => toWords(spans.filter(span => span.role === role))
  const cue = words('cue')
  return {
    id: claim.id,
    article: {
      id: claim.article_id,
      uri: claim.uri,
      sha256: claim.raw_sha256,
      title: claim.title,
      published_at: claim.published_at,
    },
    quotation: claim.quotation,
    act: claim.act,
    negated: claim.negated === 1,
    hedged: claim.hedged === 1,
    confidence: claim.confidence,
    status: claim.status,
    source: toSource(claim, words('source') ?? toWords(sourceSpans)),
    cue: { text: cue?.text ?? '', lemma: claim.cue_lemma, spans: cue?.spans ?? [] },
    content: words('content'),
    addressee: words('addressee'),
    evidence: evidence.map(({ stage, version, rule }) => ({ stage, version, rule })),
    correction: toCorrection(claim),
  }
}

function toCorrection(claim: ClaimWithParts['claim']): ExportedClaim['correction'] {
  if (claim.corrected_at === null) return null
  return {
    verdict: claim.verdict,
    note: claim.note,
    by: claim.corrected_by,
    machine: { naming: claim.machine_naming, kind: claim.machine_kind, name: claim.machine_name },
  }
}

function toSource(claim: ClaimWithParts['claim'], words: ExportedWords | null): ExportedClaim['source'] {
  // A correction may name a source where the text has none.
  if (claim.source_id === null && claim.name === null) return null
  return {
    text: words?.text ?? '',
    spans: words?.spans ?? [],
    naming: claim.naming,
    kind: claim.kind ?? 'unknown',
    name: claim.name,
    role: claim.role,
    affiliation: claim.affiliation,
    number: claim.number,
    reason: claim.reason,
    knowledge: claim.knowledge,
  }
}

function toWords(spans: readonly TextSpan[]): ExportedWords | null {
  if (spans.length === 0) return null
  return {
    text: spans.map(span => span.text).join(PART_SEPARATOR),
    spans: spans.map(({ start, end }) => [start, end]),
  }
}
