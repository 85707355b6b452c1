import type { Naming, QuotationType } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'

/** What became of a quotation that was looked for, from best to worst; glossed by `QUOTATION_VERDICT_GLOSSARY`. */
export const QUOTATION_VERDICTS = ['exact', 'altered', 'spliced', 'other-speaker', 'not-found'] as const
export type QuotationVerdict = (typeof QUOTATION_VERDICTS)[number]
export const QUOTATION_VERDICT_GLOSSARY: Record<QuotationVerdict, string> = {
  exact: 'it stands there word for word',
  altered: 'words of one place, changed, cut or added to',
  spliced: 'words of two or more places, joined as if they were one',
  'other-speaker': 'the words stand there, and somebody else says them',
  'not-found': 'nothing there has these words',
}

/** Whether who is said to say it is who says it there. */
export const SPEAKER_AGREEMENTS = ['agrees', 'differs', 'open', 'not-asked'] as const
export type SpeakerAgreement = (typeof SPEAKER_AGREEMENTS)[number]

/** How a stretch of the quotation differs from the words that are stored. */
export const QUOTED_PART_KINDS = [
  'same',
  'changed',
  'cut',
  'added',
  'marks',
  'case',
  'ellipsis',
  'brackets',
  'joined',
] as const
export type QuotedPartKind = (typeof QUOTED_PART_KINDS)[number]
export const QUOTED_PART_GLOSSARY: Record<QuotedPartKind, string> = {
  same: 'the same words',
  changed: 'other words than are stored',
  cut: 'stored words that the quotation leaves out without saying so',
  added: 'words that are not stored',
  marks: 'the same words with other punctuation',
  case: 'the same word with other capitals',
  ellipsis: 'stored words left out, as an ellipsis says',
  brackets: 'an insertion, as brackets say',
  joined: 'two places that the quotation joins',
}

/** One stretch of a comparison: words of the quotation beside the stored ones; either may be empty. */
export interface QuotedPart {
  readonly kind: QuotedPartKind
  readonly quoted: string
  readonly stored: string
}

/** A place whose words are those of the quotation, or near them. */
export interface QuotationPlace {
  /** The claim that they are content of, or null where the article has them without attributing them to anybody. */
  readonly claim: string | null
  readonly article: {
    readonly id: string
    readonly uri: string
    readonly title: string | null
    readonly publisher: string | null
    readonly published_at: string | null
  }
  /** Who says it there, as it stands corrected; null where nobody does. */
  readonly source: { readonly text: string | null; readonly name: string | null; readonly naming: Naming } | null
  readonly speaker: SpeakerAgreement
  /** Of the claim; null where there is none. */
  readonly quotation: QuotationType | null
  /** Whether the words stand in quotation marks there, or all that is written there was spoken. */
  readonly is_quoted: boolean
  /** Where they stand in the article's text, in code points, in its order; of several places one span each. */
  readonly spans: readonly Span[]
  /** Stored words around the first of them, as far as the claim or the sentence goes. */
  readonly text: string
  /** How the quotation differs from this place alone, in its order; of a splice only the stretch that is from here. */
  readonly parts: readonly QuotedPart[]
  /** Share of the quotation's words that stand here in its order, from 0 to 1. */
  readonly likeness: number
}

/** What is known of one quotation. */
export interface QuotationCheck {
  /** As they were given. */
  readonly words: string
  readonly by: string | null
  readonly verdict: QuotationVerdict
  readonly speaker: SpeakerAgreement
  /** Whether somebody is said to say the words, where they were found; false for words that only stand in a text. */
  readonly is_attributed: boolean
  /** Whether all that differs is announced, by an ellipsis or brackets; null unless the verdict is `altered`. */
  readonly is_announced: boolean | null
  /** One sentence for people. */
  readonly summary: string
  /** Nearest first; of a splice first those that it is made of, in its order. */
  readonly places: readonly QuotationPlace[]
  /** How many places have it word for word, `places` or not; the true number may be larger where `is_complete` is false. */
  readonly exact_places: number
  /** False where so many places have the words that not all were looked at. */
  readonly is_complete: boolean
  /** Whether the texts of all articles were read through for the words, or only those of articles with claims near them. */
  readonly texts: 'all' | 'near'
}

export interface QuotationQuestion {
  /** Who is said to say it: a name, or part of one. */
  readonly by?: string | null | undefined
  /** At most so many places; 5 unless told otherwise. */
  readonly limit?: number | undefined
  /** Whether the texts of all articles are read through where no claim has the words; otherwise where they are few. */
  readonly texts?: 'all' | 'near' | undefined
  /** Ids of articles that are left out: a draft that is stored too. */
  readonly except?: readonly string[] | undefined
}
