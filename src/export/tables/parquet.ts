import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { ExportedSourceField, SourceColumn } from '../../domain/source-fields.ts'
import { type ClaimWithParts, streamClaims } from '../../store/queries/stream-claims.ts'
import { toUtc } from '../../store/rows/published.ts'
import type { FileFormat } from '../export-format.ts'
import { type ExportedClaim, type OffsetPair, toExportedClaim } from '../exported-claim.ts'
import type { Write } from '../write.ts'
import { FIRST_SOURCE_COLUMNS, holdsOf, LATER_SOURCE_COLUMNS } from './source-columns.ts'

/** So many claims are held in memory and written together. */
const ROWS_A_GROUP = 20_000

type Kind = 'text' | 'truth' | 'share' | 'count' | 'instant' | 'spans' | 'texts'

/** Column by column, as in the CSV; spans and rules are lists. A promise: add at the end, never rename. */
const COLUMNS: readonly (readonly [
  name: string,
  kind: Kind,
  value: (claim: ExportedClaim, stored: ClaimWithParts['claim']) => unknown,
])[] = [
  ['id', 'text', claim => claim.id],
  ['article_id', 'text', claim => claim.article.id],
  ['article_uri', 'text', claim => claim.article.uri],
  ['article_sha256', 'text', claim => claim.article.sha256],
  ['title', 'text', claim => claim.article.title],
  ['published_at', 'text', claim => claim.article.published_at],
  ['published_utc', 'instant', claim => toInstant(claim.article.published_at)],
  ['quotation', 'text', claim => claim.quotation],
  ['act', 'text', claim => claim.act],
  ['negated', 'truth', claim => claim.negated],
  ['hedged', 'truth', claim => claim.hedged],
  ['confidence', 'share', claim => claim.confidence],
  ['status', 'text', claim => claim.status],
  ['source', 'text', claim => claim.source?.text],
  ['source_spans', 'spans', claim => toSpans(claim.source?.spans)],
  ['naming', 'text', claim => claim.source?.naming ?? 'unstated'],
  ['kind', 'text', claim => claim.source?.kind],
  ...FIRST_SOURCE_COLUMNS.map(sourceColumn),
  ['cue', 'text', claim => claim.cue.text],
  ['cue_lemma', 'text', claim => claim.cue.lemma],
  ['cue_spans', 'spans', claim => toSpans(claim.cue.spans)],
  ['content', 'text', claim => claim.content?.text],
  ['content_spans', 'spans', claim => toSpans(claim.content?.spans)],
  ['addressee', 'text', claim => claim.addressee?.text],
  ['addressee_spans', 'spans', claim => toSpans(claim.addressee?.spans)],
  ['rules', 'texts', claim => claim.evidence.map(({ rule }) => rule)],
  ['verdict', 'text', claim => claim.correction?.verdict],
  ['note', 'text', claim => claim.correction?.note],
  ['corrected_by', 'text', claim => claim.correction?.by],
  ['machine_naming', 'text', claim => claim.correction?.machine?.naming],
  ['machine_name', 'text', claim => claim.correction?.machine?.name],
  ['origin', 'text', claim => claim.origin],
  ['machine_act', 'text', claim => claim.correction?.machine?.act],
  ['machine_negated', 'truth', claim => claim.correction?.machine?.negated],
  ['machine_quotation', 'text', claim => claim.correction?.machine?.quotation],
  ['machine_source', 'text', claim => claim.correction?.machine?.source?.text],
  ['machine_cue', 'text', claim => claim.correction?.machine?.cue.text],
  ['machine_content', 'text', claim => claim.correction?.machine?.content?.text],
  ['machine_content_spans', 'spans', claim => toSpans(claim.correction?.machine?.content?.spans)],
  ['machine_addressee', 'text', claim => claim.correction?.machine?.addressee?.text],
  ['publisher', 'text', (_, stored) => stored.publisher],
  ['byline', 'text', (_, stored) => stored.byline],
  ...LATER_SOURCE_COLUMNS.map(sourceColumn),
]

function sourceColumn(column: SourceColumn<ExportedSourceField>) {
  const kind: Kind = holdsOf(column) === 'number' ? 'count' : 'text'
  return [column, kind, (claim: ExportedClaim) => claim.source?.[column]] as const
}

/** Columns that hold a value for every claim. */
const REQUIRED: ReadonlySet<string> = new Set([
  'id',
  'article_id',
  'article_uri',
  'article_sha256',
  'quotation',
  'act',
  'negated',
  'hedged',
  'confidence',
  'status',
  'naming',
  'cue',
  'cue_lemma',
  'origin',
])

export const parquet: FileFormat = {
  name: 'parquet',
  description: 'Apache Parquet: the columns of the CSV with types, for DuckDB, pandas, Spark, R',
  writes: 'file',
  extension: 'parquet',
  async export(database, filter, write) {
    const parquet = new ParquetWriter({
      writer: new PassingWriter(write),
      schema: toSchema(),
      createdBy: 'hearsay',
      kvMetadata: [{ key: 'offsets', value: 'Unicode code points of the article text, end exclusive' }],
    })
    let count = 0
    let group: ClaimWithParts[] = []
    for await (const stored of streamClaims(database, filter)) {
      group.push(stored)
      count++
      if (group.length < ROWS_A_GROUP) continue
      await parquet.write({ columnData: toColumns(group), rowGroupSize: ROWS_A_GROUP })
      group = []
    }
    if (group.length > 0) await parquet.write({ columnData: toColumns(group), rowGroupSize: ROWS_A_GROUP })
    await parquet.finish()
    return count
  },
}

/** Hands on what was written after each group of rows and keeps none of it. */
class PassingWriter extends ByteWriter {
  readonly #write: Write

  constructor(write: Write) {
    super()
    this.#write = write
  }

  async flush(): Promise<void> {
    // A copy: the buffer is filled anew while a slow reader still holds what it was given.
    const bytes = this.getBytes().slice()
    this.index = 0
    await this.#write(bytes)
  }

  override async finish(): Promise<void> {
    await this.flush()
  }
}

function toColumns(group: readonly ClaimWithParts[]): ColumnSource[] {
  const rows = group.map(stored => ({ exported: toExportedClaim(stored), claim: stored.claim }))
  return COLUMNS.map(([name, , value]) => ({
    name,
    data: rows.map(({ exported, claim }) => value(exported, claim) ?? null),
  }))
}

function toSchema(): SchemaElement[] {
  return [
    { name: 'claims', num_children: COLUMNS.length },
    ...COLUMNS.flatMap(([name, kind]) => toElements(name, kind)),
  ]
}

function toElements(name: string, kind: Kind): SchemaElement[] {
  const repetition_type = REQUIRED.has(name) ? 'REQUIRED' : 'OPTIONAL'
  switch (kind) {
    case 'text':
      return [{ name, repetition_type, ...TEXT }]
    case 'truth':
      return [{ name, repetition_type, type: 'BOOLEAN' }]
    case 'share':
      return [{ name, repetition_type, type: 'DOUBLE' }]
    case 'count':
      return [{ name, repetition_type, type: 'INT32' }]
    case 'instant':
      return [{ name, repetition_type, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }]
    case 'texts':
      return [...toList(name), { name: 'element', repetition_type: 'REQUIRED', ...TEXT }]
    case 'spans':
      return [
        ...toList(name),
        { name: 'element', repetition_type: 'REQUIRED', num_children: 2 },
        { name: 'start', repetition_type: 'REQUIRED', type: 'INT32' },
        { name: 'end', repetition_type: 'REQUIRED', type: 'INT32' },
      ]
  }
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

/** The three levels of a list as the Parquet format wants them; the element follows. */
function toList(name: string): SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ]
}

function toSpans(spans: readonly OffsetPair[] | undefined): { start: number; end: number }[] | null {
  return spans === undefined ? null : spans.map(([start, end]) => ({ start, end }))
}

function toInstant(published: string | null): Date | null {
  const utc = toUtc(published)
  return utc === null ? null : new Date(utc)
}
