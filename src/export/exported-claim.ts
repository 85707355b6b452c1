import type { Act, Naming, QuotationType, SourceKind, SpanRole } from '../domain/labels.ts'
import type { TextSpan } from '../domain/record.ts'
import { type ExportedSourceValues, exportedSourceValues } from '../domain/source-fields.ts'
import { PART_SEPARATOR } from '../store/queries/claims/joined-texts.ts'
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
    | (ExportedWords & { readonly naming: Naming; readonly kind: SourceKind } & ExportedSourceValues)
    | null
  readonly cue: { readonly text: string; readonly lemma: string; readonly spans: readonly OffsetPair[] }
  /** Null where there is none, as in a refusal to comment. */
  readonly content: ExportedWords | null
  readonly addressee: ExportedWords | null
  readonly evidence: readonly { readonly stage: string; readonly version: number; readonly rule: string }[]
  /** What people said of it, which all that is above follows; null when nobody did, or all was taken back. */
  readonly correction: {
    /** The last one that was not withdrawn. */
    readonly verdict: ClaimStatus | null
    readonly note: string | null
    readonly by: string | null
    /** What the machine found; null where it found nothing, and somebody added the claim. */
    readonly machine: MachineClaim | null
  } | null
  /** `editor`: somebody added it. */
  readonly origin: 'machine' | 'editor'
}

/** What the machine found of a claim that was corrected: what a correction can change, as the claim itself has it. */
export interface MachineClaim
  extends Pick<ExportedClaim, 'source' | 'cue' | 'content' | 'addressee' | 'act' | 'negated' | 'quotation'> {
  readonly naming: Naming
  readonly kind: SourceKind | null
  readonly name: string | null
}

/** Brings a stored claim into the shape, and the order of keys, of the export contract. */
export function toExportedClaim(stored: ClaimWithParts): ExportedClaim {
  const { claim, spans, sourceSpans, evidence } = stored
  const words = (role: SpanRole) => toWords(spans.filter(span => span.role === role))
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
    cue: toCue(words('cue'), claim.cue_lemma),
    content: words('content'),
    addressee: words('addressee'),
    evidence: evidence.map(({ stage, version, rule }) => ({ stage, version, rule })),
    correction: toCorrection(stored),
    origin: claim.origin,
  }
}

function toCorrection(stored: ClaimWithParts): ExportedClaim['correction'] {
  const { claim } = stored
  if (claim.corrected_at === null) return null
  return {
    verdict: claim.verdict,
    note: claim.note,
    by: claim.corrected_by,
    machine: toMachine(stored),
  }
}

function toMachine({ claim, machine }: ClaimWithParts): MachineClaim | null {
  const { machine_naming: naming, machine_act: act, machine_quotation: quotation } = claim
  if (machine === null || naming === null || act === null || quotation === null) return null
  const words = (role: SpanRole) => toWords(machine.spans.filter(span => span.role === role))
  const { of } = machine
  return {
    naming,
    kind: claim.machine_kind,
    name: claim.machine_name,
    source: toSource({ ...of, naming }, words('source') ?? toWords(machine.sourceSpans)),
    cue: toCue(words('cue'), of.cue_lemma),
    content: words('content'),
    addressee: words('addressee'),
    act,
    negated: claim.machine_negated === 1,
    quotation,
  }
}

function toCue(words: ExportedWords | null, lemma: string): ExportedClaim['cue'] {
  return { text: words?.text ?? '', lemma, spans: words?.spans ?? [] }
}

/** What is known of a source. */
type Described = Pick<ClaimWithParts['claim'], 'source_id' | 'naming' | 'kind'> & ExportedSourceValues

function toSource(claim: Described, words: ExportedWords | null): ExportedClaim['source'] {
  // A correction may name a source where the text has none.
  if (claim.source_id === null && claim.name === null && words === null) return null
  return {
    text: words?.text ?? '',
    spans: words?.spans ?? [],
    naming: claim.naming,
    kind: claim.kind ?? 'unknown',
    ...exportedSourceValues(claim),
  }
}

/** Words in parts as exports give them; null where there are none. */
export function toWords(spans: readonly TextSpan[]): ExportedWords | null {
  if (spans.length === 0) return null
  return {
    text: spans.map(span => span.text).join(PART_SEPARATOR),
    spans: spans.map(({ start, end }) => [start, end]),
  }
}
