import type { Database } from 'better-sqlite3'
import type { Statements } from '../../seals/statements.ts'
import type { MergeTarget, NumberedTable } from '../../transfer/merge-target.ts'
import { perform } from '../perform.ts'
import { restateClaims } from '../write/restate-claims.ts'

/** Merges into the main database of a connection; what is merged from is attached to it. */
export class SqliteMergeTarget implements MergeTarget {
  readonly articleOrder = 'rowid'
  protected readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  async run(sql: string): Promise<number> {
    return this.database.prepare(sql).run().changes
  }

  async all<Row>(sql: string): Promise<Row[]> {
    return this.database.prepare<[], Row>(sql).all()
  }

  async reserve(table: NumberedTable): Promise<number> {
    return this.database.prepare<[], number>(`SELECT coalesce(max(rowid), 0) + 1 FROM main.${table}`).pluck().get() ?? 1
  }

  async empty(table: string): Promise<void> {
    await this.run(`DELETE FROM ${table}`)
  }

  /** Nobody else can write meanwhile. */
  async holdEntities(): Promise<void> {}

  holdFound(): string {
    return ''
  }

  key(text: string): string {
    return text
  }

  weigh(stages: string): string {
    return `(SELECT coalesce(sum(json_extract(value, '$.version')), 0) FROM json_each(${stages}))`
  }

  async indexClaims(first: number, last: number): Promise<void> {
    this.database
      .prepare(
        `INSERT INTO claim_search (rowid, content_text)
         SELECT rowid, content_text FROM main.claim WHERE rowid BETWEEN ? AND ? AND content_text IS NOT NULL`,
      )
      .run(first, last)
  }

  async perform(statements: Statements): Promise<void> {
    perform(this.database, statements)
  }

  async restateClaims(claimIds: readonly string[]): Promise<void> {
    restateClaims(this.database, claimIds)
  }
}
