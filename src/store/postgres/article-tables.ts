import type { ArticleRecord } from '../../domain/record.ts'
import { toSearchVector } from '../full-text/tsvector.ts'
import { contentText, lookUp, type Rowids } from '../record-columns.ts'
import {
  ADDED_SOURCE_FIELDS,
  candidateRows,
  claimRows,
  claimSpanRows,
  doneRows,
  evidenceRows,
  mentionRows,
  type Row,
  SOURCE_FIELDS,
  sourceRows,
  sourceSpanRows,
  voiceClaimRows,
  voiceEvidenceRows,
  voiceRows,
} from '../record-rows.ts'

/** A table whose rows hang on articles, and how a record becomes rows of it. */
export interface ArticleTable {
  readonly name: string
  /** As they stand in SQL, in the order of a row's values. */
  readonly columns: readonly string[]
  /** @throws Error when something refers to what is not in the record */
  toRows(record: ArticleRecord, rowids: Rowids, runId: number): readonly Row[]
}

const SPAN = ['sequence', 'start', '"end"', 'text'] as const

/**
 * All but those of articles and entities, whose rows have to be there before. In an order in which the rows of each are
 * made in no more time than the server takes for those of the one before.
 */
export const ARTICLE_TABLES: readonly ArticleTable[] = [
  { name: 'claim_span', columns: ['claim_rowid', 'role', ...SPAN], toRows: claimSpanRows },
  { name: 'claim_search', columns: ['rowid', 'words'], toRows: claimSearchRows },
  {
    name: 'claim',
    columns: [
      ...['rowid', 'id', 'article_rowid', 'source_rowid', 'parent_rowid', 'quotation', 'act', 'negated', 'hedged'],
      ...['confidence', 'cue_lemma', 'start', '"end"', 'context_start', 'context_end', 'content_text'],
      ...['cited_rowid', 'corroborated_rowid', 'relayed_rowid'],
    ],
    toRows: claimRows,
  },
  {
    name: 'evidence',
    columns: ['claim_rowid', 'source_rowid', 'sequence', 'stage', 'version', 'rule', 'detail'],
    toRows: evidenceRows,
  },
  {
    name: 'source',
    columns: [
      ...['rowid', 'id', 'article_rowid', 'text', 'naming', 'kind'],
      ...SOURCE_FIELDS.flatMap(namesOfGrounded),
      ...['antecedent_rowid', 'entity_rowid'],
      ...ADDED_SOURCE_FIELDS.flatMap(namesOfGrounded),
    ],
    toRows: sourceRows,
  },
  { name: 'source_span', columns: ['source_rowid', ...SPAN], toRows: sourceSpanRows },
  {
    name: 'mention',
    columns: ['article_rowid', ...SPAN, 'type', 'entity_rowid', 'name_start', 'name_end', 'chain'],
    toRows: mentionRows,
  },
  {
    name: 'voice',
    columns: [
      ...['rowid', 'id', 'article_rowid', 'sequence', 'name', 'kind', 'naming', 'start', '"end"', 'text', 'chain'],
      ...['entity_rowid', 'role', 'role_start', 'role_end', 'affiliation', 'affiliation_start', 'affiliation_end'],
      ...['gender', 'gender_confidence', 'source_type', 'source_type_confidence', 'function', 'function_confidence'],
      ...['claims', 'quoted_words', 'first_voice', 'last_voice', 'mentions'],
    ],
    toRows: voiceRows,
  },
  {
    name: 'voice_evidence',
    columns: ['voice_rowid', 'sequence', 'field', 'value', 'start', '"end"', 'rule', 'reason'],
    toRows: voiceEvidenceRows,
  },
  { name: 'voice_claim', columns: ['claim_rowid', 'voice_rowid', 'quoted_words'], toRows: voiceClaimRows },
  { name: 'candidate', columns: ['article_rowid', ...SPAN, 'stage', 'rule', 'reason'], toRows: candidateRows },
  {
    name: 'done',
    columns: ['article_rowid', 'stage', 'version', 'sequence', 'run_id', 'engine', 'model'],
    toRows: doneRows,
  },
]

function claimSearchRows({ claims }: ArticleRecord, rowids: Rowids): Row[] {
  return claims.flatMap(claim => {
    const content = contentText(claim)
    return content === null ? [] : [[lookUp(rowids.claim, claim.id), toSearchVector(content)]]
  })
}

function namesOfGrounded(field: (typeof SOURCE_FIELDS | typeof ADDED_SOURCE_FIELDS)[number]): string[] {
  const name = field === 'grantedBy' ? 'granted_by' : field
  return [name, `${name}_start`, `${name}_end`]
}
