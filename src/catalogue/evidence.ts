import type { Evidence } from '../domain/layers.ts'
import type { StageRow } from '../domain/stage.ts'
import { type Columns, given, recordColumns } from './column.ts'
import type { RowKey } from './rowids.ts'

/** Belongs to a claim or to a source, never to both. */
export interface EvidencePart {
  readonly claim: RowKey | null
  readonly source: RowKey | null
  readonly sequence: number
  readonly evidence: Evidence
}

const evidence = recordColumns<EvidencePart>()

export const EVIDENCE = {
  rowid: given('Number of the row.'),
  claim_rowid: evidence.keyOrNull('claim', 'The claim that it speaks for, or null.', ({ claim }) => claim),
  source_rowid: evidence.keyOrNull('source', 'The source that it speaks for, or null.', ({ source }) => source),
  sequence: evidence.integer('Its place among the others, from 0.', ({ sequence }) => sequence),
  stage: evidence.text('Which stage found it.', ({ evidence }) => evidence.stage),
  version: evidence.integer('Version of that stage.', ({ evidence }) => evidence.version),
  rule: evidence.text('By which rule or model.', ({ evidence }) => evidence.rule),
  detail: evidence.text('JSON: an object.', ({ evidence }) => JSON.stringify(evidence.detail)),
} satisfies Columns

export interface DonePart {
  readonly row: StageRow
  readonly sequence: number
  readonly runId: number
}

const done = recordColumns<DonePart>()

export const DONE = {
  article_rowid: done.key('article', 'The article that was analysed.', (_, at) => at.article),
  stage: done.text('By which stage.', ({ row }) => row.stage),
  version: done.integer('Version of that stage.', ({ row }) => row.version),
  sequence: done.integer('Its place among the stages, from 0.', ({ sequence }) => sequence),
  run_id: done.key('run', 'The run that did it.', ({ runId }) => runId),
  engine: done.text('Which of several ways to do the same; empty where there is one.', ({ row }) => row.engine),
  model: done.text(
    'First digits of the SHA-256 of the model that it goes by; empty where by none.',
    ({ row }) => row.model,
  ),
} satisfies Columns
