import type { Generated } from 'kysely'
import type { RowOf } from '../../catalogue/column.ts'
import type { CORRECTION } from '../../catalogue/ledger.ts'
import type { Act, Naming, QuotationType, SpanRole } from '../../domain/labels.ts'

export type ClaimStatus = 'accepted' | 'rejected'
/** What a correction can say of a claim; `withdrawn` takes back all corrections before it. */
export type Verdict = ClaimStatus | 'withdrawn'

/** One entry of the ledger of corrections, which only grows. What is null it does not speak of. */
export type CorrectionTable = Omit<RowOf<typeof CORRECTION>, 'id'> & { id: Generated<number> }

/**
 * Where a claim stands after all its corrections: what follows from its entries in the ledger and from the article's text,
 * kept so that views and searches need not work it out. `verify` does, and compares.
 */
export interface StandingTable {
  rowid: Generated<number>
  claim_id: string
  article_id: string
  /** 1 where the claim is there by the ledger alone, or the machine found later what had been added. */
  added: number
  verdict: ClaimStatus | null
  /** Name of who really says it. */
  source: string | null
  note: string | null
  act: Act | null
  negated: number | null
  quotation: QuotationType | null
  /** `named` where a name was given and nothing else said after. */
  naming: Naming | null
  role: string | null
  affiliation: string | null
  cue_lemma: string | null
  source_id: string | null
  /** 1 for each role whose spans, in `standing_span`, stand in the place of the machine's, even where there are none. */
  sets_source: number
  sets_cue: number
  sets_content: number
  sets_addressee: number
  /** The spans joined with ` … `. */
  source_text: string | null
  cue_text: string | null
  content_text: string | null
  addressee_text: string | null
  /** Start of its first span and end of its last, and of the lines that hold cue and content; null where it has no spans. */
  start: number | null
  end: number | null
  context_start: number | null
  context_end: number | null
  /** How many entries there are, whatever became of them. */
  corrections: number
  /** Of the last entry that was not taken back; null where all were. */
  corrected_by: string | null
  corrected_at: string | null
}

export interface StandingSpanTable {
  standing_rowid: number
  role: SpanRole
  sequence: number
  start: number
  end: number
  text: string
}
