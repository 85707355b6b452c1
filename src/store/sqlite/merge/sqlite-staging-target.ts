import type { Database } from 'better-sqlite3'
import type { StagingTarget } from '../../transfer/merge-target.ts'
import { STAGED, stagedColumns } from '../../transfer/staging.ts'
import { list, type TransferredTable } from '../../transfer/tables.ts'
import { connectForWriting } from '../connect.ts'
import { withClearErrors } from '../connection/sqlite-errors.ts'
import { refuseLiveRun } from '../lease.ts'
import { tidyUp } from '../tidy-up.ts'
import { SqliteMergeTarget } from './sqlite-merge-target.ts'

/** A database file that the rows of another store are copied into. */
export class SqliteStagingTarget extends SqliteMergeTarget implements StagingTarget {
  readonly #path: string

  private constructor(path: string, database: Database) {
    super(database)
    this.#path = path
  }

  /**
   * Opens the database at `path`, making or migrating it as needed.
   *
   * @throws HearsayError 4 (not usable, a run writes to it) or 74 (disk full).
   */
  static open(path: string): SqliteStagingTarget {
    const database = connectForWriting(path)
    try {
      withClearErrors(path, () => refuseLiveRun(database, path))
      return new SqliteStagingTarget(path, database)
    } catch (error) {
      database.close()
      throw error
    }
  }

  async stage(table: TransferredTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const columns = stagedColumns(table)
    const insert = this.database.prepare(
      `INSERT INTO ${STAGED}${table} (${list(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(columns.map(column => row[column]))
  }

  /** A transaction holds the whole file. */
  async holdTable(): Promise<void> {}

  async transact<Result>(action: () => Promise<Result>): Promise<Result> {
    withClearErrors(this.#path, () => this.database.exec('BEGIN IMMEDIATE'))
    try {
      const result = await action()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      return withClearErrors(this.#path, () => {
        throw error
      })
    }
  }

  async finish(): Promise<void> {
    withClearErrors(this.#path, () => tidyUp(this.database))
  }

  async close(): Promise<void> {
    this.database.close()
  }
}
