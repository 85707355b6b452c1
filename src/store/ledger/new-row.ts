import { writeSpans } from '../../corrections/ledger-entry.ts'
import type { Completed } from '../../corrections/new-entry.ts'
import { requireWords } from '../../corrections/require-words.ts'
import type { CorrectionTable } from '../tables/correction-tables.ts'
import type { NewCorrection } from './new-correction.ts'

/** What an entry of the ledger says of its claim besides the correction: whose it is, and what the machine had found. */
export type OfClaim = Pick<
  CorrectionTable,
  'claim_id' | 'article_id' | 'uri' | 'former_source' | 'former_cue' | 'former_content' | 'cue_start'
>

/** An entry that is to be added: the store gives it its number and its time. */
export type NewRow = Omit<CorrectionTable, 'id' | 'corrected_at'>

/** What else an entry can be. */
export interface Making {
  readonly adds?: boolean
  readonly partOf?: string
  readonly undoes?: string
}

/** @throws HearsayError (2) when something is said in words, and they are blank */
export function toNewRow(
  { claim_id, article_id, uri, former_source, former_cue, former_content, cue_start }: OfClaim,
  correction: NewCorrection,
  completed: Completed | null,
  { adds, partOf, undoes }: Making = {},
): NewRow {
  const { source, note, correctedBy: by, act, negated, quotation, naming, role, affiliation } = correction
  requireWords({ source, role, affiliation, note, by })
  return {
    claim_id,
    verdict: correction.verdict,
    source: completed?.source ?? source,
    note,
    corrected_by: by,
    article_id,
    uri,
    former_source,
    former_cue,
    former_content,
    cue_start,
    spans: writeSpans(correction.spans ?? {}),
    act: act ?? null,
    negated: negated === null || negated === undefined ? null : Number(negated),
    quotation: completed?.quotation ?? quotation ?? null,
    naming: naming ?? null,
    role: role ?? null,
    affiliation: affiliation ?? null,
    cue_lemma: completed?.cueLemma ?? null,
    source_id: completed?.sourceId ?? null,
    adds: adds === true ? 1 : null,
    part_of: partOf ?? null,
    undoes: undoes ?? null,
  }
}
