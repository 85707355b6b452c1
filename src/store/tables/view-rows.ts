import type { Act, Naming, QuotationType, SourceKind, SpanRole } from '../../domain/labels.ts'
import type { SourceColumn } from '../../domain/source-fields.ts'
import type { ClaimStatus, StandingTable } from './correction-tables.ts'
import type { Publication, SourceDescription } from './shared-columns.ts'

/* Rows of the views, as every store holds them; `schema.ts` says how to read them. */

/** Where a claim stands after all its corrections. What is null stays as the machine has it. */
export type CorrectedView = Pick<
  StandingTable,
  | 'claim_id'
  | 'article_id'
  | 'added'
  | 'verdict'
  | 'source'
  | 'note'
  | 'act'
  | 'negated'
  | 'quotation'
  | 'naming'
  | 'role'
  | 'affiliation'
  | `sets_${SpanRole}`
  | `${SpanRole}_text`
  | 'corrections'
  | 'corrected_by'
  | 'corrected_at'
>

export interface ClaimView extends Publication, Omit<SourceDescription, 'kind'> {
  id: string
  article_id: string
  quotation: QuotationType
  act: Act
  negated: number
  hedged: number
  confidence: number
  /** `rejected` only where a correction says so. */
  status: ClaimStatus
  source_id: string | null
  source: string | null
  kind: SourceKind | null
  entity_id: string | null
  cue: string
  cue_lemma: string
  content: string | null
  addressee: string | null
  parent_id: string | null
  start: number
  end: number
  source_start: number | null
  cue_start: number | null
  content_start: number | null
  context_start: number
  context_end: number
  /** The sentences that hold cue and content. */
  context: string
  /** The last one that was not withdrawn. */
  verdict: 'accepted' | 'rejected' | null
  note: string | null
  corrected_by: string | null
  corrected_at: string | null
  /** `editor`: the machine missed it, and somebody added it. */
  origin: 'machine' | 'editor'
  /** What the machine found, where a correction may say something else now; null throughout where it found nothing. */
  machine_status: 'accepted' | null
  machine_naming: Naming | null
  machine_kind: SourceKind | null
  machine_name: string | null
  machine_source: string | null
  machine_role: string | null
  machine_affiliation: string | null
  machine_cue: string | null
  machine_content: string | null
  machine_addressee: string | null
  machine_act: Act | null
  machine_negated: number | null
  machine_quotation: QuotationType | null
}

export interface SourceView extends Publication, SourceDescription {
  id: string
  article_id: string
  source: string
  antecedent_id: string | null
  entity_id: string | null
  claims: number
  start: number | null
}

/** Where the text says what is known of a source, by the names of its columns. */
type SourcePlaces = {
  [Column in `${Exclude<SourceColumn, 'name'>}_${'start' | 'end'}`]: number | null
}

export interface AnonymousView extends Publication, Omit<SourceDescription, 'name'>, SourcePlaces {
  source_id: string
  article_id: string
  source: string
  /** Claims that rest on it, under whatever words, and those of others who cite it. */
  claims: number
  /** How many of them a named source of the article says too. */
  corroborated: number
  /** How many others a correction rejected or gave to another source. */
  corrected: number
  start: number | null
}

/** One text that was found under a URI; several are versions of one article. */
export interface VersionView {
  uri: string
  /** From 1, in the order in which they were found. */
  version: number
  versions: number
  article_id: string
  /** The version before it. */
  previous_id: string | null
  next_id: string | null
  retrieved_at: string | null
  seen_at: string | null
  /** Whether it is the text that was met last. */
  is_current: number
}

/** One hop of a claim's way into the article. */
export interface ChainView {
  claim_id: string
  article_id: string
  uri: string
  /** From 0, who knows it at first hand, to the article. */
  hop: number
  teller: 'cited' | 'source' | 'relay' | 'article'
  source_id: string | null
  /** Words of the source; the article's URI at the last hop. */
  source: string | null
  naming: Naming | null
  name: string | null
  cue: string | null
  /** The claim that tells of it, or null for whom a source cites, who passes it on and for the article. */
  said_id: string | null
  /** Of that claim. */
  status: ClaimStatus
}

export interface ArticleView extends Publication {
  id: string
  byline: string | null
  language: string | null
  modified_at: string | null
  section: string | null
  decoded_as: string
  raw_sha256: string
  characters: number
  /** Without the rejected ones. */
  claims: number
  rejected: number
  /** Those of both that somebody added. */
  added: number
  sources: number
  anonymous: number
  candidates: number
  /** Passages that were left out of it, in all places together. */
  left_out: number
  /** The last run that analysed it. */
  run_id: number | null
}

/** A passage that stood beside an article in one of its places and is no part of it. */
export interface LeftOutView {
  article_id: string
  location: string
  uri: string
  sequence: number
  reason: string
  text: string
}

export interface AuditView {
  claim_id: string
  article_id: string
  uri: string
  role: SpanRole
  sequence: number
  start: number
  end: number
  stored: string
  found: string
  agrees: number
  text_sha256: string
  raw_sha256: string
  /** Whose span it is. */
  origin: 'machine' | 'editor'
}
