import type { ExportedSourceField, SourceColumn } from '../../domain/source-fields.ts'
import { type ClaimWithParts, streamClaims } from '../../store/queries/stream-claims.ts'
import type { FileFormat } from '../export-format.ts'
import { type ExportedClaim, type OffsetPair, toExportedClaim } from '../exported-claim.ts'
import { type CsvCell, toCsvRow } from './csv-row.ts'
import { FIRST_SOURCE_COLUMNS, LATER_SOURCE_COLUMNS } from './source-columns.ts'

/** Column by column: its name and what stands in it. Names and order are a promise: add at the end, never rename. */
const COLUMNS: readonly (readonly [
  name: string,
  cell: (claim: ExportedClaim, stored: ClaimWithParts['claim']) => CsvCell,
])[] = [
  ['id', claim => claim.id],
  ['article_id', claim => claim.article.id],
  ['article_uri', claim => claim.article.uri],
  ['article_sha256', claim => claim.article.sha256],
  ['title', claim => claim.article.title],
  ['published_at', claim => claim.article.published_at],
  ['quotation', claim => claim.quotation],
  ['act', claim => claim.act],
  ['negated', claim => claim.negated],
  ['hedged', claim => claim.hedged],
  ['confidence', claim => claim.confidence],
  ['status', claim => claim.status],
  ['source', claim => claim.source?.text ?? null],
  ['source_spans', claim => toCell(claim.source?.spans)],
  ['naming', claim => claim.source?.naming ?? 'unstated'],
  ['kind', claim => claim.source?.kind ?? null],
  ...FIRST_SOURCE_COLUMNS.map(sourceColumn),
  ['cue', claim => claim.cue.text],
  ['cue_lemma', claim => claim.cue.lemma],
  ['cue_spans', claim => toCell(claim.cue.spans)],
  ['content', claim => claim.content?.text ?? null],
  ['content_spans', claim => toCell(claim.content?.spans)],
  ['addressee', claim => claim.addressee?.text ?? null],
  ['addressee_spans', claim => toCell(claim.addressee?.spans)],
  ['rules', claim => claim.evidence.map(({ rule }) => rule).join(' ')],
  ['verdict', claim => claim.correction?.verdict ?? null],
  ['note', claim => claim.correction?.note ?? null],
  ['corrected_by', claim => claim.correction?.by ?? null],
  ['machine_naming', claim => claim.correction?.machine?.naming ?? null],
  ['machine_name', claim => claim.correction?.machine?.name ?? null],
  ['origin', claim => claim.origin],
  ['machine_act', claim => claim.correction?.machine?.act ?? null],
  ['machine_negated', claim => claim.correction?.machine?.negated ?? null],
  ['machine_quotation', claim => claim.correction?.machine?.quotation ?? null],
  ['machine_source', claim => claim.correction?.machine?.source?.text ?? null],
  ['machine_cue', claim => claim.correction?.machine?.cue.text ?? null],
  ['machine_content', claim => claim.correction?.machine?.content?.text ?? null],
  ['machine_content_spans', claim => toCell(claim.correction?.machine?.content?.spans)],
  ['machine_addressee', claim => claim.correction?.machine?.addressee?.text ?? null],
  ['publisher', (_, stored) => stored.publisher],
  ['byline', (_, stored) => stored.byline],
  ...LATER_SOURCE_COLUMNS.map(sourceColumn),
]

function sourceColumn(column: SourceColumn<ExportedSourceField>) {
  return [column, (claim: ExportedClaim): CsvCell => claim.source?.[column] ?? null] as const
}

export const csv: FileFormat = {
  name: 'csv',
  description: 'RFC 4180 with a header line, safe to open in a spreadsheet',
  writes: 'file',
  extension: 'csv',
  async export(database, filter, write) {
    await write(toCsvRow(COLUMNS.map(([name]) => name)))
    let count = 0
    for await (const stored of streamClaims(database, filter)) {
      const claim = toExportedClaim(stored)
      await write(toCsvRow(COLUMNS.map(([, cell]) => cell(claim, stored.claim))))
      count++
    }
    return count
  },
}

/** `936:1087 1100:1120`: a colon, because spreadsheets take `3-4` for a date. */
function toCell(spans: readonly OffsetPair[] | undefined): string | null {
  return spans === undefined ? null : spans.map(([start, end]) => `${start}:${end}`).join(' ')
}
