import type { Kysely } from 'kysely'
import type { ARTICLE } from '../catalogue/article.ts'
import type { DEAD_LETTER, INPUT, INPUT_STATUSES, LEFT_OUT, RUN } from '../catalogue/bookkeeping.ts'
import type { CLAIM, CLAIM_SPAN } from '../catalogue/claim.ts'
import type { RowOf } from '../catalogue/column.ts'
import type { DONE, EVIDENCE } from '../catalogue/evidence.ts'
import type { CANDIDATE, ENTITY, MENTION } from '../catalogue/mention.ts'
import type { SOURCE, SOURCE_SPAN } from '../catalogue/source.ts'
import type { AcrossSchema } from './tables/across-tables.ts'
import type { CorrectionTable, StandingSpanTable, StandingTable } from './tables/correction-tables.ts'
import type { CorrectionLinkTable, SealLeafTable, SealTable, VoiceCorrectionLinkTable } from './tables/seal-tables.ts'
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
} from './tables/view-rows.ts'
import type { VoiceCorrectedView, VoiceCorrectionTable } from './tables/voice-correction-tables.ts'
import type { PersonView, VoiceClaimTable, VoiceEvidenceTable, VoiceTable, VoiceView } from './tables/voice-tables.ts'

export type * from './tables/across-tables.ts'
export type * from './tables/correction-tables.ts'
export type * from './tables/shared-columns.ts'
export type * from './tables/view-rows.ts'
export type * from './tables/voice-correction-tables.ts'
export type * from './tables/voice-tables.ts'

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

/* What each column is the catalogue says. */

export type ArticleTable = RowOf<typeof ARTICLE>
export type ClaimTable = RowOf<typeof CLAIM>
export type ClaimSpanTable = RowOf<typeof CLAIM_SPAN>
export type SourceTable = RowOf<typeof SOURCE>
export type SourceSpanTable = RowOf<typeof SOURCE_SPAN>
export type EntityTable = RowOf<typeof ENTITY>
export type MentionTable = RowOf<typeof MENTION>
export type CandidateTable = RowOf<typeof CANDIDATE>
/** Belongs to a claim or to a source, never to both. */
export type EvidenceTable = RowOf<typeof EVIDENCE>
export type RunTable = RowOf<typeof RUN>
export type DoneTable = RowOf<typeof DONE>
export type DeadLetterTable = RowOf<typeof DEAD_LETTER>
export type InputStatus = (typeof INPUT_STATUSES)[number]
/**
 * One row an input and text, kept up to date by each run that meets it again; one for all entries of a file that failed,
 * or were passed over, alike.
 */
export type InputTable = RowOf<typeof INPUT>
/** A passage of an input that is no part of its article. */
export type LeftOutTable = RowOf<typeof LEFT_OUT>
