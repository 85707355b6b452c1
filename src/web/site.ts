import type { StoreDatabase } from '../store/schema.ts'
import type { CurrentIndex } from './claim-index/current-index.ts'
import type { CorrectionDesk } from './correction-desk.ts'
import type { QueryRunner } from './sql/query-runner.ts'

/** What the pages are made from. */
export interface Site {
  readonly database: StoreDatabase
  readonly index: CurrentIndex
  readonly queries: QueryRunner
  /** Where corrections go; null when nothing may be changed. */
  readonly corrections: CorrectionDesk | null
  /** Path of the database, for people. */
  readonly databaseName: string
  readonly version: string
}
