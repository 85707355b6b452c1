import type { Evidence } from '../../domain/layers.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { toSearchVector } from '../full-text/tsvector.ts'
import {
  type ColumnValue,
  claimColumns,
  contentText,
  groundedColumns,
  joinParts,
  lookUp,
  type Rowids,
} from '../record-columns.ts'

/** Takes one row, its values in the order of the columns. */
export type AddRow = (...values: readonly ColumnValue[]) => void

/** A table whose rows hang on articles, and how a record becomes rows of it. */
export interface ArticleTable {
  readonly name: string
  /** As they stand in SQL. */
  readonly columns: readonly string[]
  /** @throws Error when something refers to what is not in the record */
  addRows(record: ArticleRecord, rowids: Rowids, add: AddRow, runId: number): void
}

const SOURCE_FIELDS = ['name', 'role', 'rank', 'affiliation', 'number', 'reason', 'knowledge', 'grantedBy'] as const

const SPAN = ['sequence', 'start', '"end"', 'text'] as const

const source: ArticleTable = {
  name: 'source',
  columns: [
    ...['rowid', 'id', 'article_rowid', 'text', 'naming', 'kind'],
    ...SOURCE_FIELDS.flatMap(namesOfGrounded),
    ...['antecedent_rowid', 'entity_rowid'],
  ],
  addRows({ sources }, rowids, add) {
    for (const one of sources)
      add(
        lookUp(rowids.source, one.id),
        one.id,
        rowids.article,
        joinParts(one.spans),
        one.naming,
        one.kind,
        ...SOURCE_FIELDS.flatMap(field => groundedColumns(one[field])),
        lookUp(rowids.source, one.antecedentId),
        lookUp(rowids.entity, one.entityId),
      )
  },
}

const sourceSpan: ArticleTable = {
  name: 'source_span',
  columns: ['source_rowid', ...SPAN],
  addRows({ sources }, rowids, add) {
    for (const { id, spans } of sources) {
      const rowid = lookUp(rowids.source, id)
      for (const [sequence, { start, end, text }] of spans.entries()) add(rowid, sequence, start, end, text)
    }
  },
}

const claim: ArticleTable = {
  name: 'claim',
  columns: [
    ...['rowid', 'id', 'article_rowid', 'source_rowid', 'parent_rowid', 'quotation', 'act', 'negated', 'hedged'],
    ...['confidence', 'cue_lemma', 'start', '"end"', 'context_start', 'context_end', 'content_text'],
    ...['cited_rowid', 'corroborated_rowid', 'relayed_rowid'],
  ],
  addRows({ claims }, rowids, add) {
    for (const one of claims) add(...claimColumns(one, rowids))
  },
}

const claimSpan: ArticleTable = {
  name: 'claim_span',
  columns: ['claim_rowid', 'role', ...SPAN],
  addRows({ claims }, rowids, add) {
    for (const { id, spans } of claims) {
      const rowid = lookUp(rowids.claim, id)
      for (const { role, sequence, start, end, text } of spans) add(rowid, role, sequence, start, end, text)
    }
  },
}

const claimSearch: ArticleTable = {
  name: 'claim_search',
  columns: ['rowid', 'words'],
  addRows({ claims }, rowids, add) {
    for (const one of claims) {
      const content = contentText(one)
      if (content !== null) add(lookUp(rowids.claim, one.id), toSearchVector(content))
    }
  },
}

const mention: ArticleTable = {
  name: 'mention',
  columns: ['article_rowid', ...SPAN, 'type', 'entity_rowid', 'name_start', 'name_end', 'chain'],
  addRows({ mentions }, rowids, add) {
    for (const [sequence, { start, end, text, type, entityId, name, chain }] of mentions.entries()) {
      const entity = lookUp(rowids.entity, entityId)
      add(rowids.article, sequence, start, end, text, type, entity, name?.start ?? null, name?.end ?? null, chain)
    }
  },
}

const candidate: ArticleTable = {
  name: 'candidate',
  columns: ['article_rowid', ...SPAN, 'stage', 'rule', 'reason'],
  addRows({ candidates }, rowids, add) {
    for (const [sequence, { start, end, text, stage, rule, reason }] of candidates.entries())
      add(rowids.article, sequence, start, end, text, stage, rule, reason)
  },
}

const evidence: ArticleTable = {
  name: 'evidence',
  columns: ['claim_rowid', 'source_rowid', 'sequence', 'stage', 'version', 'rule', 'detail'],
  addRows({ sources, claims }, rowids, add) {
    const addAll = (ofClaim: number | null, ofSource: number | null, list: readonly Evidence[]) => {
      for (const [sequence, { stage, version, rule, detail }] of list.entries())
        add(ofClaim, ofSource, sequence, stage, version, rule, JSON.stringify(detail))
    }
    for (const one of sources) addAll(null, lookUp(rowids.source, one.id), one.evidence)
    for (const one of claims) addAll(lookUp(rowids.claim, one.id), null, one.evidence)
  },
}

const done: ArticleTable = {
  name: 'done',
  columns: ['article_rowid', 'stage', 'version', 'sequence', 'run_id'],
  addRows({ stages }, rowids, add, runId) {
    for (const [sequence, stage] of stages.entries()) add(rowids.article, stage.name, stage.version, sequence, runId)
  },
}

/**
 * All but those of articles and entities, whose rows have to be there before. In an order in which the rows of each are
 * made in no more time than the server takes for those of the one before.
 */
export const ARTICLE_TABLES: readonly ArticleTable[] = [
  claimSpan,
  claimSearch,
  claim,
  evidence,
  source,
  sourceSpan,
  mention,
  candidate,
  done,
]

function namesOfGrounded(field: (typeof SOURCE_FIELDS)[number]): string[] {
  const name = field === 'grantedBy' ? 'granted_by' : field
  return [name, `${name}_start`, `${name}_end`]
}
