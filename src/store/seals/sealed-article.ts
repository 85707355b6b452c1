import type { ArticleRecord, EntityRecord } from '../../domain/record.ts'
import type { ArticleRows } from '../../seal/article-tables.ts'
import { articleColumns, type Rowids } from '../record-columns.ts'
import {
  candidateRows,
  claimRows,
  claimSpanRows,
  doneRows,
  evidenceRows,
  mentionRows,
  type Row,
  sourceRows,
  sourceSpanRows,
  voiceClaimRows,
  voiceEvidenceRows,
  voiceRows,
} from '../record-rows.ts'

/** Where `done` has the run that wrote it, which no digest of an article covers. */
const RUN = 4

/**
 * The rows that a record becomes, as they are sealed: each names the rows that it refers to by their ids.
 *
 * @throws Error when something refers to what is not in the record
 */
export function sealedRows(record: ArticleRecord): ArticleRows {
  const ids = idsOf(record)
  return {
    article: [articleColumns(record)],
    entity: mentionedEntities(record).map(({ id, name, kind }) => [id, name, kind]),
    source: sourceRows(record, ids).map(withoutNumber),
    source_span: sourceSpanRows(record, ids),
    claim: claimRows(record, ids).map(withoutNumber),
    claim_span: claimSpanRows(record, ids),
    mention: mentionRows(record, ids),
    candidate: candidateRows(record, ids),
    evidence: evidenceRows(record, ids),
    done: doneRows(record, ids, 0).map(row => row.toSpliced(RUN, 1)),
    voice: voiceRows(record, ids).map(withoutNumber),
    voice_evidence: voiceEvidenceRows(record, ids),
    voice_claim: voiceClaimRows(record, ids),
  }
}

/** As if a row's number were its id. */
function idsOf({ article, entities, sources, claims, voices }: ArticleRecord): Rowids<string> {
  const own = (rows: readonly { readonly id: string }[]) => new Map(rows.map(({ id }) => [id, id]))
  return { article: article.id, entity: own(entities), source: own(sources), claim: own(claims), voice: own(voices) }
}

function withoutNumber(row: Row): Row {
  return row.slice(1)
}

/** Entities that nothing of the article refers to belong to no article. */
function mentionedEntities({ entities, sources, mentions, voices }: ArticleRecord): EntityRecord[] {
  const mentioned = new Set([...sources, ...mentions, ...voices].map(({ entityId }) => entityId))
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  return [...byId.values()].filter(({ id }) => mentioned.has(id))
}
