import type { Rowids } from '../../../catalogue/rowids.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { RECORD_TABLES } from '../../rows/record-rows.ts'
import { TableRows, typesOf } from './table-rows.ts'

export function articleRows(): TableRows {
  return new TableRows('article', typesOf('article'))
}

const NONE: ReadonlyMap<string, number> = new Map()

export function addArticle(rows: TableRows, record: ArticleRecord, rowid: number): void {
  // Its id is the hash of what it is: another text would not be the one that was read. Reading leaves none.
  if (record.article.text.includes('\0')) throw new Error('its text holds U+0000, which PostgreSQL cannot keep')
  const rowids: Rowids = { article: rowid, entity: NONE, source: NONE, claim: NONE, voice: NONE }
  for (const row of RECORD_TABLES.article.toRows(record, rowids, 0)) rows.add(...row)
}
