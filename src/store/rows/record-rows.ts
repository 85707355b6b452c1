import { ARTICLE } from '../../catalogue/article.ts'
import { CLAIM, CLAIM_SPAN } from '../../catalogue/claim.ts'
import type { Columns, ColumnValue, PartOf, RecordColumn } from '../../catalogue/column.ts'
import { DONE, EVIDENCE, type EvidencePart } from '../../catalogue/evidence.ts'
import { CANDIDATE, ENTITY, MENTION } from '../../catalogue/mention.ts'
import { lookUp, type Rowids } from '../../catalogue/rowids.ts'
import { SOURCE, SOURCE_SPAN } from '../../catalogue/source.ts'
import { VOICE, VOICE_CLAIM, VOICE_EVIDENCE } from '../../catalogue/voice.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { toStageRow } from '../../domain/stage.ts'
import { toUtc } from './published.ts'
import { contentText, extentOf, joinParts } from './record-columns.ts'
import { findVoiceFigures } from './voice-figures.ts'

/*
 * A record as rows of tables, which are the same in every store; `rows-record.ts` goes the other way. What stands in each
 * column the catalogue says. All throw an Error when something refers to what is not in the record.
 */

export type Row = readonly ColumnValue[]

interface WrittenTable {
  /** In the order of a row's values. */
  readonly columns: readonly string[]
  /** @param runId what `done` names */
  toRows(record: ArticleRecord, rowids: Rowids, runId: number): Row[]
}

/** A table whose rows come from the record of an article. */
export type RecordTable = keyof typeof RECORD_TABLES

export const RECORD_TABLES = {
  article: rows(ARTICLE, record => [
    { article: record.article, publishedUtc: toUtc(record.article.publishedAt), claims: record.claims.length },
  ]),
  entity: rows(ENTITY, ({ entities }) => entities),
  source: rows(SOURCE, ({ sources }) => sources.map(source => ({ source, text: joinParts(source.spans) }))),
  source_span: rows(SOURCE_SPAN, ({ sources }) =>
    sources.flatMap(({ id, spans }) => spans.map((span, sequence) => ({ source: id, sequence, span }))),
  ),
  claim: rows(CLAIM, ({ claims }) =>
    claims.map(claim => ({ claim, extent: extentOf(claim), content: contentText(claim) })),
  ),
  claim_span: rows(CLAIM_SPAN, ({ claims }) =>
    claims.flatMap(({ id, spans }) => spans.map(span => ({ claim: id, sequence: span.sequence, span }))),
  ),
  mention: rows(MENTION, ({ mentions }) => mentions.map((span, sequence) => ({ sequence, span }))),
  candidate: rows(CANDIDATE, ({ candidates }) => candidates.map((span, sequence) => ({ sequence, span }))),
  evidence: rows(EVIDENCE, evidenceOf),
  voice: rows(VOICE, record => {
    const figures = findVoiceFigures(record)
    return record.voices.map((voice, sequence) => {
      return { voice, sequence, figures: figures[sequence] as (typeof figures)[number] }
    })
  }),
  voice_evidence: rows(VOICE_EVIDENCE, ({ voices }) =>
    voices.flatMap(({ id, evidence }) => evidence.map((evidence, sequence) => ({ voice: id, sequence, evidence }))),
  ),
  voice_claim: rows(VOICE_CLAIM, ({ voices }) =>
    voices.flatMap(({ id, claims }) => claims.map(claim => ({ voice: id, claim }))),
  ),
  done: rows(DONE, ({ stages }, _, runId) => stages.map(toStageRow).map((row, sequence) => ({ row, sequence, runId }))),
} as const

function evidenceOf({ sources, claims }: ArticleRecord, at: Rowids): EvidencePart[] {
  return [
    ...sources.flatMap(({ id, evidence }) => {
      const source = lookUp(at.source, id)
      return evidence.map((evidence, sequence) => ({ claim: null, source, sequence, evidence }))
    }),
    ...claims.flatMap(({ id, evidence }) => {
      const claim = lookUp(at.claim, id)
      return evidence.map((evidence, sequence) => ({ claim, source: null, sequence, evidence }))
    }),
  ]
}

/** @param partsOf what of a record becomes a row each */
function rows<Table extends Columns>(
  table: Table,
  partsOf: (record: ArticleRecord, at: Rowids, runId: number) => readonly PartOf<Table>[],
): WrittenTable {
  const written = Object.entries(table).filter(([, { isGiven }]) => !isGiven)
  const values = written.map(([, column]) => (column as RecordColumn<unknown, PartOf<Table>>).from)
  return {
    columns: written.map(([name]) => name),
    toRows: (record, at, runId) => partsOf(record, at, runId).map(part => values.map(value => value(part, at))),
  }
}
