import type { ArticleRecord } from '../../domain/record.ts'
import { articleColumns } from '../record-columns.ts'
import { TableRows } from './table-rows.ts'

/** The columns of the table `article` but for its `rowid`, in order. */
export function articleRows(): TableRows {
  return new TableRows('article', {
    rowid: 'bigint',
    id: 'text',
    uri: 'text',
    raw_sha256: 'text',
    title: 'text',
    byline: 'text',
    publisher: 'text',
    published_at: 'text',
    published_utc: 'text',
    language: 'text',
    decoded_as: 'text',
    warnings: 'text',
    text: 'text',
    claim_count: 'integer',
    modified_at: 'text',
    section: 'text',
    origins: 'text',
  })
}

export function addArticle(rows: TableRows, record: ArticleRecord, rowid: number): void {
  // Its id is the hash of what it is: another text would not be the one that was read. Reading leaves none.
  if (record.article.text.includes('\0')) throw new Error('its text holds U+0000, which PostgreSQL cannot keep')
  rows.add(rowid, ...articleColumns(record))
}
