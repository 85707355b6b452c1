import { lookUp, type Rowids } from '../../../catalogue/rowids.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { toSearchVector } from '../../full-text/tsvector.ts'
import { contentText } from '../../rows/record-columns.ts'
import { RECORD_TABLES, type RecordTable, type Row } from '../../rows/record-rows.ts'

/** A table whose rows hang on articles, and how a record becomes rows of it. */
interface ArticleTable {
  readonly name: string
  /** In the order of a row's values. */
  readonly columns: readonly string[]
  /** @throws Error when something refers to what is not in the record */
  toRows(record: ArticleRecord, rowids: Rowids, runId: number): readonly Row[]
}

const of = (name: RecordTable): ArticleTable => ({ name, ...RECORD_TABLES[name] })

/**
 * All but those of articles and entities, whose rows have to be there before. In an order in which the rows of each are
 * made in no more time than the server takes for those of the one before.
 */
export const ARTICLE_TABLES: readonly ArticleTable[] = [
  of('claim_span'),
  { name: 'claim_search', columns: ['rowid', 'words'], toRows: claimSearchRows },
  ...(['claim', 'evidence', 'source', 'source_span', 'mention', 'voice', 'voice_evidence', 'voice_claim'] as const).map(
    of,
  ),
  ...(['candidate', 'done'] as const).map(of),
]

function claimSearchRows({ claims }: ArticleRecord, rowids: Rowids): Row[] {
  return claims.flatMap(claim => {
    const content = contentText(claim)
    return content === null ? [] : [[lookUp(rowids.claim, claim.id), toSearchVector(content)]]
  })
}
