import type { QuotationType } from '../../domain/labels.ts'

/*
 * Rows of the tables of what is found across articles; `schema.ts` says how to read them. All of it follows from articles,
 * claims and corrections: it is sealed nowhere, no other store takes it over, and it can be made anew at any time.
 */

export interface AcrossSchema {
  across_entry: AcrossEntryTable
  across_gone: AcrossGoneTable
  wording: WordingTable
  wording_anchor: WordingAnchorTable
  wording_tie: WordingTieTable
  quotation_family: QuotationFamilyTable
  quotation_member: QuotationMemberTable
  quotation_loss: QuotationLossTable
  accusation: AccusationTable
  reply: ReplyTable
  version_change: VersionChangeTable
  v_quotation_family: QuotationFamilyView
  v_variant: VariantView
  v_reply: ReplyView
  v_version_change: VersionChangeView
}

/** An article, by the version of what entered its claims across articles; 0 where it waits for that, below 0 where it is being entered with all others. */
export interface AcrossEntryTable {
  article_rowid: number
  version: number
}

/** An article that has gone since what is found across articles was last made true. */
export interface AcrossGoneTable {
  article_id: string
  uri: string
}

/** A sequence of words as contents are compared by it. */
export interface WordingTable {
  rowid: number
  digest: string
  words: string
  /** How much it tells, in bits. */
  weight: number
}

/** By a part of it a wording is found that may be tied to another. */
export interface WordingAnchorTable {
  anchor: number
  wording_rowid: number
}

export type TieStrength = 'strong' | 'weak'

/** Two wordings of one utterance. `one` is the one whose words come first in the order of code points. */
export interface WordingTieTable {
  one_rowid: number
  other_rowid: number
  /** Share of the shorter one's information that both have, from 0 to 1. */
  score: number
  shared_words: number
  strength: TieStrength
  /** JSON: runs of shared words, each its place in one, its place in the other, and how many words. */
  alignment: string
}

/** Claims of several articles whose words are the same or nearly so. */
export interface QuotationFamilyTable {
  rowid: number
  /** Hash of the smallest id of its claims. */
  id: string
  claims: number
  articles: number
  publishers: number
  variants: number
  first_claim_id: string
  first_seen: string | null
  last_seen: string | null
  /** How many different names its claims are given to. */
  speakers: number
  speakers_differ: number
  /** Whether a variant differs from the first in what it means. */
  meaning_differs: number
}

/** What says when an article's words were seen. */
export type SeenBy = 'published' | 'retrieved'

/** A claim with the words of its content, as corrected; in a family or not. */
export interface QuotationMemberTable {
  claim_id: string
  article_rowid: number
  wording_rowid: number
  family_rowid: number | null
  /** Number of its wording within the family, by when it was first seen, from 0. */
  variant: number | null
  /** Whose words they are, as claims are compared by it. */
  speaker: string | null
  /** When its article was published, else when it was first retrieved; `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  seen_at: string | null
  seen_by: SeenBy | null
  quotation: QuotationType
  /** Share of the shorter one's information that its wording and the family's first have in common; null where others tie it to that. */
  score: number | null
  /** What differs from the first seen, with `; ` between; empty where nothing does. */
  differs: string
}

/** A claim that went since families were last made true: whatever it held together may fall apart. */
export interface QuotationLossTable {
  claim_id: string
  wording_rowid: number
  family_rowid: number | null
  speaker: string | null
  seen_at: string | null
}

/** A claim that accuses somebody. */
export interface AccusationTable {
  claim_id: string
  article_rowid: number
  accused: string
  accused_start: number
  accused_end: number
  /** That of its mentions. */
  accused_chain: number | null
  rule: string
  reason: string
}

export type ReplyKind = 'denial' | 'no-comment' | 'response' | 'unreachable'
export type Replier = 'accused' | 'spokesperson' | 'lawyer' | 'organisation'

/** What answers an accusation, in the same article or in another. */
export interface ReplyTable {
  accusation_id: string
  /** The claim, or else what the words go by that are no claim's. */
  reply_id: string
  accusation_article_rowid: number
  reply_article_rowid: number
  kind: ReplyKind
  replier: Replier
  /** Where the words stand that answer. */
  start: number | null
  end: number | null
  rule: string
  reason: string
}

export type VersionChangeKind = 'added' | 'gone' | 'changed' | 'renamed' | 'anonymised' | 'noted'
export type ChangedField = 'content' | 'source' | 'cue' | 'quotation' | 'act' | 'negated' | 'text'

/** What changed from one version of an article to the next under the same address. */
export interface VersionChangeTable {
  earlier_rowid: number
  later_rowid: number
  sequence: number
  uri: string
  /** When each was first retrieved from there. */
  earlier_at: string | null
  later_at: string | null
  change: VersionChangeKind
  field: ChangedField | null
  claim_before: string | null
  claim_after: string | null
  before: string | null
  after: string | null
}

/** A quotation family with where it was first seen. */
export interface QuotationFamilyView extends Omit<QuotationFamilyTable, 'rowid' | 'id'> {
  family_id: string
  first_article_uri: string
  first_publisher: string | null
  /** Who the first seen claim says it is by. */
  first_name: string | null
  /** Of the first seen claim. */
  content: string
}

/** A claim of a quotation family, in its wording. */
export interface VariantView {
  family_id: string
  claim_id: string
  article_id: string
  article_uri: string
  publisher: string | null
  title: string | null
  name: string | null
  content: string
  quotation: QuotationType
  act: string
  /** Number of its wording within the family, by when it was first seen, from 0. */
  variant: number
  seen_at: string | null
  seen_by: SeenBy | null
  /** Of its wording and the family's first; null where others tie it to that. */
  score: number | null
  differs: string
}

/** An accusation with what answers it: a row for each reply, or one where nothing does. */
export interface ReplyView {
  accusation_id: string
  accusation_article_uri: string
  accusation: string | null
  /** Name of who accuses, else the words that stand for them. */
  accuser: string | null
  accused: string
  reply_id: string | null
  reply_article_uri: string | null
  reply: string | null
  replier_name: string | null
  kind: ReplyKind | null
  replier: Replier | null
  reason: string | null
}

export interface VersionChangeView {
  uri: string
  earlier_id: string
  later_id: string
  earlier_at: string | null
  later_at: string | null
  sequence: number
  change: VersionChangeKind
  field: ChangedField | null
  claim_before: string | null
  claim_after: string | null
  before: string | null
  after: string | null
  /** Whether the later version says that it was corrected. */
  noted: number
}
