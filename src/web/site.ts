import type { StoreDatabase } from '../store/schema.ts'
import type { CurrentIndex } from './claim-index/current-index.ts'
import type { QueryRunner } from './sql/query-runner.ts'

/** What the pages are made from. */
export interface Site {
  readonly database: StoreDatabase
  readonly index: CurrentIndex
  readonly queries: QueryRunner
  /** Path of the database. */
  readonly path: string
  /** Whether claims may be corrected here. */
  readonly isEditable: boolean
  readonly version: string
}
