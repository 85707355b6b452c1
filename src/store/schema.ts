import type { Kysely } from 'kysely'
import type { Act, MentionType, Naming, QuotationType, SourceKind, SpanRole } from '../domain/labels.ts'
import type { AcrossSchema } from './across-tables.ts'
import type { CorrectionTable, StandingSpanTable, StandingTable } from './correction-tables.ts'
import type { CorrectionLinkTable, SealLeafTable, SealTable, VoiceCorrectionLinkTable } from './seal-tables.ts'
import type { RunStatus } from './store.ts'
import type {
  AnonymousView,
  ArticleView,
  AuditView,
  ChainView,
  ClaimView,
  CorrectedView,
  LeftOutView,
  SourceView,
  VersionView,
} from './view-rows.ts'
import type { VoiceCorrectedView, VoiceCorrectionTable } from './voice-correction-tables.ts'
import type { PersonView, VoiceClaimTable, VoiceEvidenceTable, VoiceTable, VoiceView } from './voice-tables.ts'

export type * from './across-tables.ts'
export type * from './correction-tables.ts'
export type * from './view-rows.ts'
export type * from './voice-correction-tables.ts'
export type * from './voice-tables.ts'

/*
 * Tables and views as every store holds them. `id` is a hash, the same on every machine; tables refer to one another
 * by `rowid`, which depends on the order of writing and leaves the store in no export; views show ids. Offsets are code points; 0 and 1 stand for false and true;
 * columns commented JSON hold a JSON text.
 */

/** A handle for the named queries, whatever the store behind it. */
export type StoreDatabase = Kysely<StoreSchema>

export interface StoreSchema extends AcrossSchema {
  article: ArticleTable
  claim: ClaimTable
  claim_span: ClaimSpanTable
  /** Full-text index over `claim.content_text`. */
  claim_search: { rowid: number }
  /** One row for each claim that the index holds, kept by SQLite. */
  claim_search_docsize: { id: number }
  source: SourceTable
  source_span: SourceSpanTable
  entity: EntityTable
  mention: MentionTable
  candidate: CandidateTable
  evidence: EvidenceTable
  voice: VoiceTable
  voice_evidence: VoiceEvidenceTable
  voice_claim: VoiceClaimTable
  run: RunTable
  done: DoneTable
  dead_letter: DeadLetterTable
  input: InputTable
  left_out: LeftOutTable
  correction: CorrectionTable
  correction_link: CorrectionLinkTable
  standing: StandingTable
  standing_span: StandingSpanTable
  /** Full-text index over `standing.content_text`. */
  standing_search: { rowid: number }
  voice_correction: VoiceCorrectionTable
  voice_correction_link: VoiceCorrectionLinkTable
  seal: SealTable
  seal_leaf: SealLeafTable
  v_corrected: CorrectedView
  v_claim: ClaimView
  v_source: SourceView
  v_anonymous: AnonymousView
  v_article: ArticleView
  v_audit: AuditView
  v_version: VersionView
  v_chain: ChainView
  v_left_out: LeftOutView
  v_person: PersonView
  v_voice: VoiceView
  v_voice_corrected: VoiceCorrectedView
}

/** Columns that say when and where an article appeared, shared by the table and the views. */
export interface Publication extends Appearance {
  uri: string
}

/** The same of an article in one place. */
export interface Appearance {
  title: string | null
  publisher: string | null
  /** As the input gave it: ISO 8601 with zone. */
  published_at: string | null
  /** The same instant as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that text order is time order. */
  published_utc: string | null
}

export interface ArticleTable extends Publication {
  rowid: number
  /** SHA-256 of `text`. */
  id: string
  raw_sha256: string
  byline: string | null
  language: string | null
  decoded_as: string
  /** JSON: strings. */
  warnings: string
  text: string
  /** How many claims were stored with it; null when it was stored before this was kept. */
  claim_count: number | null
  modified_at: string | null
  section: string | null
  /** JSON: by what the input tells the others, by field. */
  origins: string
}

export interface ClaimTable {
  rowid: number
  id: string
  article_rowid: number
  source_rowid: number | null
  parent_rowid: number | null
  cited_rowid: number | null
  relayed_rowid: number | null
  corroborated_rowid: number | null
  quotation: QuotationType
  act: Act
  negated: number
  hedged: number
  confidence: number
  cue_lemma: string
  /** Start of its first span and end of its last. */
  start: number
  end: number
  context_start: number
  context_end: number
  /** Its content spans joined with ` … `, or null when it has none. */
  content_text: string | null
}

interface SpanColumns {
  sequence: number
  start: number
  end: number
  text: string
}

export interface ClaimSpanTable extends SpanColumns {
  claim_rowid: number
  role: SpanRole
}

/** What is known of a source; the same columns in the table and in the views. */
export interface SourceDescription {
  naming: Naming
  kind: SourceKind
  name: string | null
  role: string | null
  /** Seniority. */
  rank: string | null
  affiliation: string | null
  number: number | null
  reason: string | null
  /** Who promised not to name them. */
  granted_by: string | null
  knowledge: string | null
}

export interface SourceTable extends SourceDescription {
  rowid: number
  id: string
  article_rowid: number
  /** Its spans joined with ` … `. */
  text: string
  name_start: number | null
  name_end: number | null
  role_start: number | null
  role_end: number | null
  affiliation_start: number | null
  affiliation_end: number | null
  number_start: number | null
  number_end: number | null
  reason_start: number | null
  reason_end: number | null
  knowledge_start: number | null
  knowledge_end: number | null
  rank_start: number | null
  rank_end: number | null
  granted_by_start: number | null
  granted_by_end: number | null
  antecedent_rowid: number | null
  entity_rowid: number | null
}

export interface SourceSpanTable extends SpanColumns {
  source_rowid: number
}

export interface EntityTable {
  rowid: number
  id: string
  name: string
  kind: SourceKind
}

export interface MentionTable extends SpanColumns {
  article_rowid: number
  type: MentionType
  entity_rowid: number | null
  name_start: number | null
  name_end: number | null
  /** Mentions of one article with the same number mean the same. */
  chain: number | null
}

export interface CandidateTable extends SpanColumns {
  article_rowid: number
  stage: string
  rule: string
  reason: string
}

/** Belongs to a claim or to a source, never to both. */
export interface EvidenceTable {
  rowid: number
  claim_rowid: number | null
  source_rowid: number | null
  sequence: number
  stage: string
  version: number
  rule: string
  /** JSON: an object. */
  detail: string
}

export interface RunTable {
  id: number
  status: RunStatus
  /** Why it ended as it did, when that is not plain from the status. */
  note: string | null
  process: number
  /** Tells a process from a later one with the same number; null where the system does not say. */
  process_started: string | null
  started_at: string
  ended_at: string | null
  hearsay: string
  node: string
  /** JSON: version by package name. */
  libraries: string
  /** JSON: `{ name, version }` in order. */
  stages: string
  /** JSON: an object. */
  options: string
  inputs: number
  done: number
  unchanged: number
  skipped: number
  dead: number
  claims: number
}

export interface DoneTable {
  article_rowid: number
  stage: string
  version: number
  engine: string
  model: string
  sequence: number
  run_id: number
}

export interface DeadLetterTable {
  id: number
  article_id: string | null
  uri: string
  stage: string
  version: number
  kind: string
  error: string
  attempts: number
  run_id: number
  failed_at: string
  /** JSON: the article, or null when nothing could be decoded. */
  article: string | null
  /** The file whose entries failed, with what their reasons have in common; null where it is one article or file. */
  file: string | null
  form: string | null
  /** How many entries failed so when the file was last read. */
  times: number
  /** JSON: where the first of them lie. */
  places: string | null
}

export type InputStatus = 'done' | 'dead' | 'skipped'

/**
 * One row an input and text, kept up to date by each run that meets it again; one for all entries of a file that failed,
 * or were passed over, alike.
 */
export interface InputTable extends Appearance {
  id: number
  /** The file, and the place in it where it holds several; the file alone where the row stands for several entries. */
  location: string
  uri: string
  /** When this text was first got from there, and when last; null where nothing tells. */
  retrieved_at: string | null
  seen_at: string | null
  raw_sha256: string | null
  decoded_how: string | null
  /** That of its article: whatever becomes of an article holds for all inputs that gave it. */
  status: InputStatus
  /** Why it was skipped or failed. */
  reason: string | null
  /** Null where it never became an article. */
  article_id: string | null
  first_run_id: number | null
  /** The last run that met it, and how often that one did. */
  run_id: number | null
  times: number
  /** Where it stands for entries of a file: what their reasons have in common, and where the first lie (JSON). */
  form: string | null
  places: string | null
  byline: string | null
  modified_at: string | null
  section: string | null
  language: string | null
  /** JSON: by what this place tells the others, by field; null where nobody noted what it says, or it gave no article. */
  origins: string | null
}

/** A passage of an input that is no part of its article. */
export interface LeftOutTable {
  input_id: number
  sequence: number
  reason: string
  text: string
}
